# Which Java is used, and with which options.

# Sets `java`; ends the script if it is none that Karaf runs on. On newer ones a server starts and is never ready.
find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
        java=$JAVA_HOME/bin/java
    else
        java=$(command -v java) || fail "there is no Java: install Java 17, or set JAVA_HOME"
    fi
    local line version
    line=$("$java" -version 2>&1 | grep -m1 ' version "') || fail "$java does not say its version"
    version=${line#*\"}
    version=${version%%[!0-9]*}
    if [ "${version:-0}" -lt 17 ] || [ "$version" -gt 21 ]; then
        fail "$java is Java ${line#* version }, but Parley runs on Java 17 to 21: set JAVA_HOME to one of these" \
            "(it is ${JAVA_HOME:-not set})"
    fi
}

# Sets `boot_path`: what Karaf itself is started from.
find_boot_path() {
    local jar
    boot_path=
    for jar in "$PARLEY_HOME"/lib/boot/*.jar "$PARLEY_HOME"/lib/jdk9plus/*.jar; do
        boot_path=$boot_path${boot_path:+:}$jar
    done
}

# Sets `karaf_options`: what Karaf needs on any Java it runs on.
find_karaf_options() {
    local endorsed=$PARLEY_HOME/lib/endorsed
    karaf_options=(
        --add-reads=java.xml=java.logging
        --add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED
        --patch-module "java.base=$(echo "$endorsed"/org.apache.karaf.specs.locator-*.jar)"
        --patch-module "java.xml=$(echo "$endorsed"/org.apache.karaf.specs.java.xml-*.jar)"
        --add-opens java.base/java.security=ALL-UNNAMED
        --add-opens java.base/java.net=ALL-UNNAMED
        --add-opens java.base/java.lang=ALL-UNNAMED
        --add-opens java.base/java.util=ALL-UNNAMED
        --add-opens java.naming/javax.naming.spi=ALL-UNNAMED
        --add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED
        --add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED
        --add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED
        --add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED
        --add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED
        "-Dkaraf.home=$PARLEY_HOME"
        "-Dkaraf.base=$data"
        "-Dkaraf.data=$data/karaf"
        "-Dkaraf.etc=$data/etc"
        "-Dkaraf.log=$data/log"
        "-Dkaraf.instances=$data/karaf/instances"
        "-Djava.io.tmpdir=$data/karaf/tmp"
        "-Djava.util.logging.config.file=$data/etc/java.util.logging.properties"
    )
}
