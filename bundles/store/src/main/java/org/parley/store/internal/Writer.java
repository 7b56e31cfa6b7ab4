package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.parley.common.Fault;

/** The one connection that writes, lent to one thread at a time in the order of asking. */
final class Writer implements ConnectionFactory, AutoCloseable {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Connection connection;
    private boolean closed;

    Writer(Place place) throws SQLException {
        this.connection = place.writers().getConnection();
    }

    @Override
    public Connection openConnection() {
        turn.lock();
        if (closed) {
            turn.unlock();
            throw Fault.unavailable("the database is closed");
        }
        return connection;
    }

    @Override
    public void closeConnection(Connection borrowed) {
        turn.unlock();
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            closed = true;
            connection.close();
        } finally {
            turn.unlock();
        }
    }
}
