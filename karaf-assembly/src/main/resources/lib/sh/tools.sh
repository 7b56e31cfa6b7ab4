# import, demo, move-to-postgresql: a plain Java program; the first two talk to a server over HTTP

command_import() {
    read_options "--data --port --host" "${PARLEY_DATA:-parley-data}" "$@"
    find_data_folder
    find_java
    address_of_server
    exec_tool import ${rest[@]+"${rest[@]}"}
}

command_demo() {
    read_options "--data --port --host --ssh-port --background" parley-demo "$@"
    find_data_folder
    if running_process >/dev/null; then
        find_java
        address_of_server
        exec_tool demo ${rest[@]+"${rest[@]}"}
    fi
    sandbox=true
    start_server
    trap 'kill -TERM "$server" 2>/dev/null || true' INT TERM HUP
    if ! tool demo ${rest[@]+"${rest[@]}"}; then
        stop_server
        exit 1
    fi
    if [ "$background" = no ]; then
        say "Ctrl-C stops the server; its data stays in $data"
        stay_in_foreground
    fi
}

# The drivers of both engines are among the server's bundles.
command_move_to_postgresql() {
    read_options "--data" "${PARLEY_DATA:-parley-data}" "$@"
    find_data_folder
    find_java
    local process
    if process=$(running_process); then
        fail "a server runs on $data (process $process); 'parley stop' stops it"
    fi
    local system=$PARLEY_HOME/system jar path=$PARLEY_HOME/lib/cli/*
    for jar in "$system"/org/xerial/sqlite-jdbc/*/*.jar "$system"/org/postgresql/postgresql/*/*.jar; do
        path=$path:$jar
    done
    exec "$java" -Xmx256m -XX:+UseSerialGC -cp "$path" org.parley.cli.Main move-to-postgresql --data "$data" \
        --bundles "$system/org/parley" ${rest[@]+"${rest[@]}"}
}

# What was not said on the command line is known to the running server.
address_of_server() {
    if running_process >/dev/null && read_server; then
        host=${host:-$server_host}
        port=${port:-$server_port}
    fi
    host=$(reachable "${host:-127.0.0.1}")
    port=${port:-8181}
}

tool() {
    "$java" "${tool_options[@]}" "$1" --data "$data" --host "$(reachable "$host")" --port "$port" "${@:2}"
}

exec_tool() {
    exec "$java" "${tool_options[@]}" "$1" --data "$data" --host "$host" --port "$port" "${@:2}"
}

tool_options=(-Xmx256m -XX:+UseSerialGC -cp "$PARLEY_HOME/lib/cli/*" org.parley.cli.Main)
