# Sourced by ./run and ./test: a PostgreSQL cluster in a folder of one's own, reached by a socket only.
# Uses as_service of packages.sh. It knows nothing of what is in the database.

postgres_programs=/usr/lib/postgresql/15/bin
# "peer" would want a system user for each database role. Only the service's user can enter the
# socket's folder (mode 700), which is the same lock.
local_authentication=trust

# The service's user need not be able to enter the folder that the command was given in.
from_root() { (cd / && as_service "$@"); }

# socket_folder CLUSTER: where its socket is. A socket's whole path must stay under 108 bytes; under a
# deep folder it moves to a short one in /tmp, whose name is kept beside the cluster.
socket_folder() {
    local beside="$1.socket"
    if [[ -f $beside ]]; then cat "$beside"; else echo "$(dirname "$1")/socket"; fi
}

make_socket_folder() {
    local folder
    folder=$(socket_folder "$1")
    if [[ ${#folder} -gt 85 && ! -f $1.socket ]] ||
        [[ -f $1.socket && $(stat -c %U "$folder" 2>/dev/null) != "$(service_user)" ]]; then
        folder=$(as_service mktemp -d /tmp/wego-socket.XXXXXX) || return
        printf '%s\n' "$folder" | as_service tee "$1.socket" >/dev/null
    fi
    as_service mkdir -p -m 700 "$folder"
}

# create_cluster CLUSTER OPTIONS...: initdb; the options are lines for postgresql.conf
create_cluster() {
    local cluster=$1
    shift
    from_root "$postgres_programs/initdb" --pgdata "$cluster" --username wego_owner --encoding UTF8 \
        --locale C.UTF-8 --data-checksums --auth-local "$local_authentication" --auth-host reject >/dev/null || return
    {
        printf "listen_addresses = ''\nunix_socket_permissions = 0700\ntimezone = 'UTC'\nlog_timezone = 'UTC'\n"
        printf '%s\n' "$@"
    } | as_service tee -a "$cluster/postgresql.conf" >/dev/null
}

cluster_runs() { from_root "$postgres_programs/pg_ctl" status --pgdata "$1" >/dev/null 2>&1; }

start_cluster() {
    local cluster=$1
    make_socket_folder "$cluster" || return
    from_root "$postgres_programs/pg_ctl" start --silent --wait --timeout 60 --pgdata "$cluster" \
        --log "$cluster.log" -o "-c unix_socket_directories='$(socket_folder "$cluster")'" && return
    as_service tail -n 20 "$cluster.log" >&2
    return 1
}

stop_cluster() {
    cluster_runs "$1" || return 0
    from_root "$postgres_programs/pg_ctl" stop --silent --wait --mode fast --pgdata "$1"
}

# sql CLUSTER DATABASE STATEMENT: prints what it answers, bare
sql() {
    from_root "$postgres_programs/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$(socket_folder "$1")" \
        -U wego_owner -d "$2" -c "$3"
}
