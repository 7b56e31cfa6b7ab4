# console, by way of Karaf's own client

command_console() {
    read_options "--data" "${PARLEY_DATA:-parley-data}" "$@"
    find_data_folder
    running_process >/dev/null && read_server || fail "no server runs on $data; 'parley start' starts one"
    find_java
    client_options=()
    if [ ${#rest[@]} -eq 0 ]; then
        client
    else
        # With a command as its argument the client gives up when its standard input has ended.
        client_options=(-Dorg.jline.terminal.dumb=true)
        printf '%s\n' "${rest[*]}" | client -b
    fi
}

# The client takes the first user of etc/users.properties and his password. Given a user, it would ask for one.
client() {
    "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dkaraf.etc=$data/etc" "-Dkaraf.base=$data" \
        "-Dkaraf.home=$PARLEY_HOME" "-Dparley.ssh.port=$server_ssh_port" \
        ${client_options[@]+"${client_options[@]}"} \
        -classpath "$(client_path)" org.apache.karaf.client.Main -h 127.0.0.1 -r 10 -d 1 "$@"
}

client_path() {
    local system=$PARLEY_HOME/system/org jar path=
    for jar in "$system"/apache/karaf/org.apache.karaf.client/*/*.jar "$system"/apache/sshd/*/*/*.jar \
        "$system"/fusesource/jansi/jansi/*/*.jar "$system"/jline/jline/*/*.jar; do
        path=$path${path:+:}$jar
    done
    printf '%s' "$path"
}
