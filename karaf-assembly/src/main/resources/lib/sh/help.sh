command_help() {
    cat <<'END'
parley start    starts a server and stays in the foreground; Ctrl-C stops it
       stop     stops the server of a data folder and waits until it is gone
       status   says whether it runs; exit code 0 if it runs, 3 if it is stopped
       import   FILE --mapping M.yaml   sends a file of events or payments to the server
       demo     starts a sandbox server with generated sample data and shows where to look
       move-to-postgresql --url URL --user NAME [--password-file FILE]
                copies the databases of a stopped server to PostgreSQL and compares each row
       console  [COMMAND]   opens the operator's console, or runs one command in it
       help     shows this

Options
  --data DIR       the folder that holds all of a server's data   [$PARLEY_DATA or ./parley-data; demo: ./parley-demo]
  --port N         the HTTP port                                  [8181]
  --host ADDRESS   the address to listen on                       [127.0.0.1]
  --ssh-port N     the console's port, always on 127.0.0.1        [a free one]
  --background     start, demo: return when the server is ready
  --sandbox        start: the first seller gets a clock that can be moved

Environment
  PARLEY_DATA              the default for --data
  PARLEY_HEAP              the most memory for Java's heap        [1g]
  PARLEY_JAVA_OPTS         further options for Java, separated by spaces
  PARLEY_START_TIMEOUT     seconds that a start may take          [120]
  JAVA_HOME                which Java to use; 17 to 21
END
}
