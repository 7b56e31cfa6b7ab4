package org.parley.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.parley.common.Fault;
import org.parley.store.postgresql.PostgresqlServer;
import org.slf4j.LoggerFactory;

/**
 * Waits for a PostgreSQL that is started at the same time as we are: modules open their databases once, and one that
 * could not would stay away until it is restarted.
 */
final class Reachable {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Reachable() {}

    static void await(PostgresqlServer server) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<SQLException> failure = attempt(server);
        while (failure.isPresent()) {
            if (!Failures.isAway(failure.get()) || System.nanoTime() > end) {
                throw Fault.unavailable("the database " + server + " cannot be used: " + failure.get().getMessage(), failure.get());
            }
            LoggerFactory.getLogger(Reachable.class).warn("waiting for the database {}: {}", server, failure.get().getMessage());
            pause();
            failure = attempt(server);
        }
    }

    private static Optional<SQLException> attempt(PostgresqlServer server) {
        try (Connection connection = new PostgresqlSchema(server, "public").writers().getConnection();
                Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("SHOW server_encoding")) {
            encoding.next();
            if (!encoding.getString(1).equals("UTF8")) {
                return Optional.of(new SQLException("its encoding is " + encoding.getString(1) + " and must be UTF8"));
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while waiting for the database", e);
        }
    }
}
