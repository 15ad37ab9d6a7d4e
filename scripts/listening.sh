# Whether a process is the one that listens on a TCP port; sourced by ./run. What answers there may be a neighbour's.

# listens_on PID PORT
listens_on() {
    local port inode
    printf -v port ':%04X' "$2"
    while read -r inode; do
        [[ -n $(find "/proc/$1/fd" -lname "socket:\[$inode\]" -print -quit 2>/dev/null) ]] && return
    done < <(awk -v port="$port" '$4 == "0A" && $2 ~ port "$" { print $10 }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
    return 1
}
