package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sqlite.SQLiteDataSource;

/** Opened when first needed and lent most recently used first, whose cache is warm. */
final class SqlitePool implements Pool {

    private final SQLiteDataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();

    SqlitePool(SQLiteDataSource source) {
        this.source = source;
    }

    @Override
    public Connection take() throws SQLException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return source.getConnection();
    }

    @Override
    public void giveBack(Connection connection) {
        synchronized (idle) {
            idle.push(connection);
        }
    }

    @Override
    public void forget() {
        // A file is not lost as a server is.
    }

    @Override
    public void close() throws SQLException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                idle.pop().close();
            }
        }
    }
}
