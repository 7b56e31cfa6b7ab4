package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The connection that writes, made again when it was lost. Not safe for threads: its user sees to that. */
final class WriterConnection implements ConnectionFactory {

    private final Place place;
    private @Nullable Connection connection;

    WriterConnection(Place place) throws SQLException {
        this.place = place;
        this.connection = place.writers().getConnection();
    }

    /** Connects again if the connection was lost while nobody used it: nothing had begun on it. */
    void begin() throws SQLException {
        boolean usedBefore = connection != null;
        try {
            attemptToBegin();
        } catch (SQLException e) {
            if (!usedBefore || !Failures.isAway(e)) {
                throw e;
            }
            attemptToBegin();
        }
    }

    private void attemptToBegin() throws SQLException {
        try {
            Connection open = openConnection();
            open.setAutoCommit(false);
            place.becomeTheOnlyWriter(open);
        } catch (SQLException e) {
            discard(e);
            throw e;
        }
    }

    /** What is done from now on can be undone alone. */
    void mark() throws SQLException {
        place.run(openConnection(), "SAVEPOINT work");
    }

    /** The same, and what was done since the mark before can no longer be undone alone. */
    void markAnew() throws SQLException {
        place.run(openConnection(), "RELEASE SAVEPOINT work", "SAVEPOINT work");
    }

    /** Undoes what was done since the mark, which stays. */
    void undo() throws SQLException {
        place.run(openConnection(), "ROLLBACK TO SAVEPOINT work");
    }

    void commit() throws SQLException {
        try {
            // By JDBC's rules this commits.
            openConnection().setAutoCommit(true);
        } catch (SQLException e) {
            // What state the transaction is in differs between engines and causes; a new connection has none.
            discard(e);
            throw e;
        }
    }

    void rollback(Throwable cause) {
        try {
            Connection open = openConnection();
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            discard(cause);
        }
    }

    void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (connection == null) {
            connection = place.writers().getConnection();
        }
        return connection;
    }

    /** Handles come and go on this one connection. */
    @Override
    public void closeConnection(Connection borrowed) {
        // It stays open for the next.
    }

    private void discard(Throwable cause) {
        try {
            close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        connection = null;
    }
}
