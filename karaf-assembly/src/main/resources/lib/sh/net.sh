# Just enough of the network: is a port taken, what does an address answer.

# The address to reach a server by, which listens on $1.
reachable() {
    case $1 in
        0.0.0.0 | :: | '*') printf '127.0.0.1' ;;
        *) printf '%s' "$1" ;;
    esac
}

# The address of a server that listens on host $1 and port $2, to be opened in a browser.
url() {
    local name
    name=$(reachable "$1")
    case $name in
        *:*) name=[$name] ;;
    esac
    printf 'http://%s:%s' "$name" "$2"
}

port_taken() {
    (exec 3<>"/dev/tcp/$(reachable "$1")/$2") 2>/dev/null
}

# A free port of 127.0.0.1, below those that systems give to outgoing connections.
free_port() {
    local candidate
    while :; do
        candidate=$((20000 + RANDOM % 10000))
        port_taken 127.0.0.1 "$candidate" || break
    done
    printf '%s' "$candidate"
}

# Prints the status code that GET http://$1:$2$3 answers; nothing if there is no answer within two seconds.
http_status() {
    local host line address
    host=$(reachable "$1")
    address=$(url "$1" "$2")
    {
        exec 3<>"/dev/tcp/$host/$2" || return 0
        printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$3" "${address#http://}" >&3
        IFS=' ' read -r -t 2 _ line _ <&3 || line=
        exec 3>&-
    } 2>/dev/null
    printf '%s' "${line:-}"
}
