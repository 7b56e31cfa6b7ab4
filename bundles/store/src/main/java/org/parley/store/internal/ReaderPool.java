package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.parley.common.Fault;
import org.sqlite.SQLiteDataSource;

/** Connections that read, opened when first needed and lent most recently used first, whose cache is warm. */
final class ReaderPool implements ConnectionFactory, AutoCloseable {

    private static final int SIZE = 8;
    private static final long WAIT_SECONDS = 30;

    private final SQLiteDataSource source;
    private final Semaphore free = new Semaphore(SIZE, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private volatile boolean closed;

    ReaderPool(SqliteFile file) {
        this.source = file.readers();
    }

    @Override
    public Connection openConnection() throws SQLException {
        acquire();
        try {
            return idleOrNew();
        } catch (SQLException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection borrowed) {
        synchronized (idle) {
            idle.push(borrowed);
        }
        free.release();
    }

    /** Waits for the connections that are lent. */
    @Override
    public void close() throws SQLException {
        closed = true;
        free.acquireUninterruptibly(SIZE);
        try {
            synchronized (idle) {
                while (!idle.isEmpty()) {
                    idle.pop().close();
                }
            }
        } finally {
            free.release(SIZE);
        }
    }

    private Connection idleOrNew() throws SQLException {
        if (closed) {
            throw Fault.unavailable("the database is closed");
        }
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return source.getConnection();
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Fault.unavailable("all " + SIZE + " reading connections were busy for " + WAIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while waiting for a reading connection");
        }
    }
}
