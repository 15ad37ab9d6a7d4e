# Sourced by ./run and ./test: the Debian packages, and which system user the service runs as.
# It knows packages.txt and apt; it starts nothing.

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# missing_packages NEED...: the packages of these needs (first column of packages.txt) that are not there
missing_packages() {
    local need name wanted=()
    command -v dpkg-query >/dev/null || fail "this is no Debian: install what packages.txt names by hand"
    while read -r need name _; do
        [[ " $* " == *" $need "* ]] || continue
        [[ $need == node ]] && command -v node >/dev/null && command -v npm >/dev/null && continue
        wanted+=("$name")
    done < <(grep -v '^#' packages.txt)
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' | sed -n 's/^.i  *//p' | sort -u)
}

# install_packages YES NEED...: says what is missing, asks unless YES is "yes", installs
install_packages() {
    local yes=$1 missing as_root=() answer
    shift
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "These Debian packages are needed and will be installed:"
    printf '%s\n' "${missing[@]}" | paste -sd' ' | fold -s -w 76 | sed 's/^/    /'
    if [[ $yes != yes ]]; then
        read -r -p "Install them now? [y/N] " answer || answer=
        [[ $answer == [yY]* ]] || fail "nothing was installed"
    fi
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || fail "packages are installed as root: run this as root once, or install sudo"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q || fail "apt-get update failed"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        "${missing[@]}" || fail "apt-get install failed"
}

# build PRESET TARGET...: configures once, compiles what changed
build() {
    local preset=$1
    shift
    if [[ ! -f build/$preset/build.ninja ]]; then
        (umask 022 && cmake --preset "$preset" >"/tmp/wego-configure.$$" 2>&1) || {
            cat "/tmp/wego-configure.$$" >&2
            rm -f "/tmp/wego-configure.$$" "build/$preset/build.ninja"
            fail "the build could not be configured"
        }
        rm -f "/tmp/wego-configure.$$"
    fi
    (umask 022 && nice ninja -C "build/$preset" "$@") || fail "the build failed"
}

# as_service COMMAND...: PostgreSQL does not run as root and the service needs no root, so that started by
# root both run as the user that Debian's PostgreSQL package made.
service_user() { if [[ $EUID -eq 0 ]]; then echo postgres; else id -un; fi; }
as_service_prefix=()
[[ $EUID -ne 0 ]] ||
    as_service_prefix=(env HOME=/nonexistent setpriv --reuid=postgres --regid=postgres --init-groups --)
as_service() { "${as_service_prefix[@]}" "$@"; }

# expect_reachable PATH: the service's user must be able to go there
expect_reachable() {
    local path=$1 part
    as_service test -x "$path" -a -r "$path" && return
    part=$path
    while [[ $part != / ]] && ! as_service test -x "$(dirname "$part")"; do part=$(dirname "$part"); done
    fail "the service runs as the user $(service_user), who may not enter $part
(owned by $(stat -c '%U, mode %a' "$part")). Put the clone where everybody may read it, such as /opt or /srv,
or start this as another user than root."
}
