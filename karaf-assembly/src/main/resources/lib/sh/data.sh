# The data folder: one folder that holds all of a server, to be moved and backed up as a whole.

# Makes `data` absolute, and the folder if there is none.
make_data_folder() {
    mkdir -p "$data" 2>/dev/null || fail "cannot make the data folder '$data'"
    find_data_folder
    [ -w "$data" ] || fail "the data folder $data cannot be written to"
    mkdir -p "$data/run" "$data/etc" "$data/deploy" "$data/log"
}

# Makes `data` absolute; leaves it alone if there is none.
find_data_folder() {
    if [ -d "$data" ]; then
        data=$(cd "$data" && pwd -P)
    fi
}

# Brings the folder in line with this distribution.
prepare_data_folder() {
    refresh_configuration
    make_console_user
    drop_other_cache
    forget_former_place
    mkdir -p "$data/karaf/tmp"
}

# The configuration is copied, so that it is kept with the data. A newer distribution replaces the files that nobody
# changed since they were copied; etc/.copied remembers their checksums.
refresh_configuration() {
    local manifest=$data/etc/.copied file name
    touch "$manifest"
    (cd "$PARLEY_HOME/etc" && find . -type f) | while IFS= read -r file; do
        name=${file#./}
        refresh_file "$name" "$manifest"
    done
    (cd "$PARLEY_HOME/etc" && find . -type f -exec cksum {} + | sort -k 3) >"$manifest.new"
    mv "$manifest.new" "$manifest"
}

refresh_file() {
    local new old
    new=$(cd "$PARLEY_HOME/etc" && cksum "./$1")
    if grep -qxF "$new" "$2"; then
        return # nothing new since it was copied
    fi
    old=$(cd "$data/etc" && cksum "./$1" 2>/dev/null) || old=
    if [ -z "$old" ] || grep -qxF "$old" "$2"; then
        mkdir -p "$(dirname "$data/etc/$1")"
        cat "$PARLEY_HOME/etc/$1" >"$data/etc/$1"
    elif [ "$old" != "$new" ]; then
        note "etc/$1 was changed here and in the new distribution; yours is kept, the new one is $PARLEY_HOME/etc/$1"
    fi
}

# The console is open to one user with a password that nobody knows in advance.
make_console_user() {
    local users=$data/etc/users.properties password
    if grep -q '^parley *=' "$users" 2>/dev/null; then
        return
    fi
    password=$(LC_ALL=C tr -dc 'a-zA-Z0-9' </dev/urandom 2>/dev/null | head -c 32) || true
    [ ${#password} -eq 32 ] || fail "cannot make a password for the console from /dev/urandom"
    printf 'parley = %s,_g_:operators\n_g_\\:operators = group,admin,manager,viewer,systembundles,ssh\n' \
        "$password" >"$users.new"
    mv "$users.new" "$users"
}

# Karaf keeps copies of the bundles it runs. Those of another build of Parley would be run instead of this one's.
drop_other_cache() {
    local mark=$data/karaf/.distribution build
    build=$(cd "$PARLEY_HOME/system/org/parley" && find . -type f -exec cksum {} + | sort | cksum)
    if [ "$(cat "$mark" 2>/dev/null)" = "$build" ]; then
        return
    fi
    if [ -f "$mark" ]; then
        note "this is another build of Parley than before: bundles that were installed or swapped from the console are" \
            "forgotten, those in $data/deploy come back"
    fi
    rm -rf "$data/karaf"
    mkdir -p "$data/karaf"
    printf '%s\n' "$build" >"$mark"
}

# Karaf knows bundles from the deploy folder by its full path: after a move they would be there twice. And it keeps the
# configuration with all paths filled in, beside where it was read from: the first log would be written to the former
# place. What is dropped here is read again from deploy/ and etc/.
forget_former_place() {
    local mark=$data/karaf/.place former location info
    former=$(cat "$mark" 2>/dev/null) || former=$data
    if [ "$former" != "$data" ]; then
        location=file:${former// /%20}/deploy/
        for info in "$data"/karaf/cache/bundle*/bundle.info; do
            ! grep -qF "$location" "$info" || rm -rf "$(dirname "$info")"
        done
        rm -rf "$data"/karaf/cache/bundle*/data/config
    fi
    printf '%s\n' "$data" >"$mark"
}
