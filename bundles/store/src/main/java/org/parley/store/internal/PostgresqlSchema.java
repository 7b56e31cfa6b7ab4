package org.parley.store.internal;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.parley.store.Engine;
import org.parley.store.postgresql.PostgresqlServer;
import org.postgresql.ds.PGSimpleDataSource;

/** How this project opens a module's schema of a PostgreSQL database. */
public record PostgresqlSchema(PostgresqlServer server, String module) implements Place {

    private static final int CONNECT_SECONDS = 10;
    private static final long LEND_MILLIS = 15_000;

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public String name() {
        return server.url() + ", schema " + module;
    }

    @Override
    public Optional<String> schema() {
        return Optional.of(module);
    }

    /**
     * READ COMMITTED is enough: while one of these connections works, no other writes in the schema. They wait for the
     * disk also where the server's default is not to. A server that vanishes in the middle must not keep others out.
     */
    @Override
    public PGSimpleDataSource writers() {
        PGSimpleDataSource source = source();
        source.setOptions("-c default_transaction_isolation=read\\ committed -c synchronous_commit=on"
                + " -c lock_timeout=30s -c idle_in_transaction_session_timeout=5min"
                + " -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3");
        return source;
    }

    @Override
    public void becomeTheOnlyWriter(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "parley writes " + module);
            lock.execute();
        }
    }

    @Override
    public void run(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";", commands));
        }
    }

    @Override
    public Pool readers(int size) {
        PGSimpleDataSource source = source();
        source.setOptions("-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on");
        HikariConfig config = new HikariConfig();
        config.setPoolName("parley-" + module);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(LEND_MILLIS);
        // The server may be away for a moment while we start: each reader asks again.
        config.setInitializationFailTimeout(-1);
        return new HikariPool(config);
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setCurrentSchema('"' + module + '"');
        source.setApplicationName("parley " + module);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }
}
