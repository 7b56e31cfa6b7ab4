package org.parley.postgresql.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A PostgreSQL server on this machine, which is gone with this process at the latest. Its programs come from the build's
 * own dependencies; it listens on 127.0.0.1 only, on a free port.
 *
 * <p>Where it cannot be started, for instance as root in a container that forbids user namespaces, the system property
 * {@value #ELSEWHERE} may name another server: {@code 127.0.0.1:5432}, whose user {@value #USER} may create databases
 * and needs no password from here.
 */
public final class TestPostgresql implements AutoCloseable {

    /** Names a server to use instead of an own one. */
    public static final String ELSEWHERE = "parley.test.postgresql";
    /** Who works in it; no password is asked for. */
    public static final String USER = "postgres";

    private static final Duration START = Duration.ofSeconds(60);

    private final String address;
    private final AutoCloseable server;

    private TestPostgresql(String address, AutoCloseable server) {
        this.address = address;
        this.server = server;
    }

    /**
     * Starts a server, or uses the one that {@value #ELSEWHERE} names.
     *
     * @throws IllegalStateException if it does not start; the message says what to do
     */
    public static TestPostgresql start() {
        // What these tests write need not outlast a power failure.
        return start(Map.of("fsync", "off", "full_page_writes", "off", "shared_buffers", "32MB"));
    }

    /** The same with other settings of the server. */
    public static TestPostgresql start(Map<String, String> settings) {
        String elsewhere = System.getProperty(ELSEWHERE, "");
        if (!elsewhere.isBlank()) {
            return new TestPostgresql(elsewhere, () -> { });
        }
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(START);
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.start();
            return new TestPostgresql("127.0.0.1:" + server.getPort(), server);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("PostgreSQL cannot be started for the tests: " + e.getMessage() + ". It refuses to"
                    + " run as root; as root, 'unshare -U true' must be allowed (in a container: user namespaces)."
                    + " Otherwise build as another user, or name a server with -D" + ELSEWHERE + "=127.0.0.1:5432 whose user '"
                    + USER + "' may create databases without a password", e);
        }
    }

    /** Makes an empty database and returns its JDBC address, without a user. */
    public String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return url(name);
    }

    /** Removes a database that was made here, and cuts off who still works in it. */
    public void drop(String url) {
        execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " WITH (FORCE)");
    }

    /** Cuts off everyone who works in a database, as a server that restarts does. */
    public void cutOff(String url) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + url.substring(url.lastIndexOf('/') + 1) + "'");
    }

    @Override
    public void close() throws Exception {
        server.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
