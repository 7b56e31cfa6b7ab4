# The commands, the options that several of them take, and how messages are written.

say() {
    printf '%s\n' "$*"
}

note() {
    printf 'parley: %s\n' "$*" >&2
}

fail() {
    note "$*"
    exit 1
}

misused() {
    note "$*"
    note "'parley help' shows what can be said."
    exit 2
}

main() {
    local command=${1:-help}
    [ $# -eq 0 ] || shift
    case $command in
        start) command_start "$@" ;;
        stop) command_stop "$@" ;;
        status) command_status "$@" ;;
        console) command_console "$@" ;;
        import) command_import "$@" ;;
        demo) command_demo "$@" ;;
        move-to-postgresql) command_move_to_postgresql "$@" ;;
        help | -h | --help) command_help ;;
        *) misused "there is no command '$command'" ;;
    esac
}

# Reads the options of a server into the variables below; what is none of them ends up in `rest`, in its order.
# usage: read_options "names of the options that are allowed" default-data-folder arguments...
read_options() {
    local allowed=$1
    data=$2 port= host= ssh_port= background=no sandbox=false rest=()
    shift 2
    while [ $# -gt 0 ]; do
        local option=$1 value=
        shift
        case $option in
            --) rest+=("$@") && return ;;
            --*=*) value=${option#*=} option=${option%%=*} && set -- "$value" "$@" ;;
        esac
        case " $allowed " in
            *" $option "*) ;;
            *) rest+=("$option") && continue ;;
        esac
        case $option in
            --background) background=yes && continue ;;
            --sandbox) sandbox=true && continue ;;
        esac
        [ $# -gt 0 ] || misused "$option needs a value"
        value=$1
        shift
        case $option in
            --data) data=$value ;;
            --host) host=$value ;;
            --port) port=$(port_number "$option" "$value") ;;
            --ssh-port) ssh_port=$(port_number "$option" "$value") ;;
        esac
    done
}

port_number() {
    case $2 in
        '' | *[!0-9]* | ??????*) misused "$1 takes a number from 1 to 65535, not '$2'" ;;
    esac
    [ "$2" -ge 1 ] && [ "$2" -le 65535 ] || misused "$1 takes a number from 1 to 65535, not '$2'"
    printf '%s' "$2"
}

no_more_arguments() {
    [ ${#rest[@]} -eq 0 ] || misused "'${rest[0]}' is not understood here"
}
