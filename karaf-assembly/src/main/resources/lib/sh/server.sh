# start, stop, status

command_start() {
    read_options "--data --port --host --ssh-port --background --sandbox" "${PARLEY_DATA:-parley-data}" "$@"
    no_more_arguments
    start_server
    if [ "$background" = no ]; then
        stay_in_foreground
    fi
}

# Starts a server with the options that were read, and waits until it is ready. Sets `server`, its process.
start_server() {
    host=${host:-127.0.0.1}
    port=${port:-8181}
    # The data is about customers: none of it is for other users of the machine.
    umask 077
    find_java
    make_data_folder
    claim_data_folder
    trap release_data_folder EXIT
    if port_taken "$host" "$port"; then
        fail "port $port of $host is taken by another program; choose one with --port"
    fi
    if [ -z "$ssh_port" ]; then
        ssh_port=$(free_port)
    elif port_taken 127.0.0.1 "$ssh_port"; then
        fail "port $ssh_port of 127.0.0.1 is taken by another program; leave --ssh-port out to get a free one"
    fi
    prepare_data_folder
    write_server
    launch
    trap 'interrupted' INT TERM HUP
    wait_until_ready
    # It runs: that nobody reads the announcement to its end must not make it forgotten.
    trap - INT TERM HUP EXIT
    announce
}

launch() {
    local first_key=yes
    [ ! -e "$data/admin-key" ] || first_key=no
    show_key=$first_key
    find_boot_path
    find_karaf_options
    # glibc otherwise gives the many threads of a server dozens of memory pools.
    export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
    # Room for what a batch leaves behind: with the smallest heap an import spends four times as long collecting garbage,
    # and an idle server saves 100 MB.
    (
        cd "$data"
        # shellcheck disable=SC2086 -- options are separated by spaces on purpose
        exec nohup "$java" -Xms224m -XX:NewSize=144m "-Xmx${PARLEY_HEAP:-1g}" -Xss512k "$(collector)" \
            -XX:-UsePerfData -Dfile.encoding=UTF-8 \
            "${karaf_options[@]}" \
            -Dkaraf.startLocalConsole=false -Dkaraf.startRemoteShell=true \
            "-Dparley.data=$data" "-Dparley.host=$host" "-Dparley.port=$port" "-Dparley.sandbox=$sandbox" \
            "-Dparley.ssh.port=$ssh_port" \
            ${PARLEY_JAVA_OPTS:-} \
            -classpath "$boot_path" org.apache.karaf.main.Main
    ) >>"$data/log/console.log" 2>&1 </dev/null &
    server=$!
    printf '%s\n' "$server" >"$data/run/pid"
}

# The serial collector keeps an idle server smaller than G1 does: 232 MB against 299 MB when both were tried.
# PARLEY_JAVA_OPTS may name another.
collector() {
    case ${PARLEY_JAVA_OPTS:-} in
        *-XX:+Use*GC*) printf -- '-XX:-UseSerialGC' ;;
        *) printf -- '-XX:+UseSerialGC' ;;
    esac
}

interrupted() {
    note "interrupted; stopping"
    kill -TERM "$server" 2>/dev/null || true
    wait_until_gone "$server" || true
    exit 130
}

wait_until_ready() {
    local deadline=$((SECONDS + ${PARLEY_START_TIMEOUT:-120}))
    until [ "$(http_status "$host" "$port" /health/ready)" = 200 ]; do
        alive "$server" || fail_with_log "the server ended while it started"
        if [ $SECONDS -ge $deadline ]; then
            kill -TERM "$server" 2>/dev/null || true
            wait_until_gone "$server" || true
            fail_with_log "the server was not ready after ${PARLEY_START_TIMEOUT:-120} seconds"
        fi
        sleep 0.2
    done
}

fail_with_log() {
    note "$1; the last lines of its log, $data/log/parley.log:"
    tail -n 15 "$data/log/parley.log" >&2 2>/dev/null || tail -n 15 "$data/log/console.log" >&2 || true
    exit 1
}

announce() {
    say "Parley is ready at $(url "$host" "$port")"
    say "  data     $data"
    say "  log      $data/log/parley.log"
    say "  process  $server"
    if [ "$show_key" = yes ] && [ -r "$data/admin-key" ]; then
        say "  admin key of the first seller, shown this once and kept in $data/admin-key:"
        say "           $(cat "$data/admin-key")"
    fi
}

# Waits for the server's end; Ctrl-C asks for it.
stay_in_foreground() {
    trap 'say "Stopping"; kill -TERM "$server" 2>/dev/null || true' INT TERM HUP
    local code=0
    while alive "$server"; do
        code=0
        wait "$server" || code=$?
    done
    trap - INT TERM HUP
    release_data_folder
    case $code in
        0 | 130 | 143) say "Stopped" ;;
        *) fail "the server ended with code $code; see $data/log/parley.log" ;;
    esac
}

command_stop() {
    read_options "--data" "${PARLEY_DATA:-parley-data}" "$@"
    no_more_arguments
    find_data_folder
    stop_server
}

stop_server() {
    local process
    if ! process=$(running_process); then
        say "No server runs on $data"
        return
    fi
    kill -TERM "$process" || fail "cannot stop process $process"
    wait_until_gone "$process" || fail "process $process is still there after 60 seconds; it finishes its work, or hangs"
    release_data_folder
    say "Stopped the server on $data"
}

wait_until_gone() {
    local deadline=$((SECONDS + 60))
    while alive "$1"; do
        [ $SECONDS -lt $deadline ] || return 1
        sleep 0.1
    done
}

command_status() {
    read_options "--data" "${PARLEY_DATA:-parley-data}" "$@"
    no_more_arguments
    find_data_folder
    local process ready="not ready"
    if process=$(running_process); then
        if ! read_server; then
            say "starting: process $process, data in $data"
            return 0
        fi
        [ "$(http_status "$server_host" "$server_port" /health/ready)" != 200 ] || ready=ready
        say "running, $ready: process $process at $(server_address), console on port $server_ssh_port, data in $data"
        return 0
    fi
    if [ -e "$data/run/pid" ]; then
        say "stopped, but not in an orderly way: no server runs on $data"
    else
        say "stopped: no server runs on $data"
    fi
    exit 3
}
