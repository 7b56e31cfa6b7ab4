# The process of a server, as DATA/run tells of it.

# Prints the command line of process $1; fails if there is no such process.
command_line() {
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' ' ' <"/proc/$1/cmdline"
    elif [ ! -d /proc/self ]; then
        ps -o args= -p "$1"
    else
        return 1
    fi
}

# Prints the number of the process that runs on the data folder; fails if there is none. A number left over from a
# crash may be another process by now, so the command line has to fit.
running_process() {
    local process line
    process=$(cat "$data/run/pid" 2>/dev/null) || return 1
    case $process in
        '' | *[!0-9]*) return 1 ;;
    esac
    line=$(command_line "$process" 2>/dev/null) || return 1
    case $line in
        *"-Dparley.data=$data "* | *parley*start* | *parley*demo*) printf '%s' "$process" ;;
        *) return 1 ;;
    esac
}

# Takes the folder for this process, or ends the script because another one has it.
claim_data_folder() {
    local process
    if process=$(running_process); then
        fail "a server already runs on $data: process $process at $(server_address)"
    fi
    rm -f "$data/run/pid"
    (set -C && printf '%s\n' $$ >"$data/run/pid") 2>/dev/null || fail "another start on $data is under way"
}

release_data_folder() {
    rm -f "$data/run/pid" "$data/run/server"
}

# Sets `server_host`, `server_port` and `server_ssh_port` to where the running server listens.
read_server() {
    server_host= server_port= server_ssh_port=
    { read -r server_host && read -r server_port && read -r server_ssh_port; } <"$data/run/server" 2>/dev/null || return 1
}

write_server() {
    printf '%s\n' "$host" "$port" "$ssh_port" >"$data/run/server.new"
    mv "$data/run/server.new" "$data/run/server"
}

server_address() {
    if read_server; then
        url "$server_host" "$server_port"
    else
        printf 'an address not known yet'
    fi
}

alive() {
    kill -0 "$1" 2>/dev/null
}
