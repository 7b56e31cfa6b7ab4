package org.parley.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.parley.common.Fault;

/** Lends connections that read, to a limited number of threads at a time. */
final class Readers implements ConnectionFactory, AutoCloseable {

    private static final int SIZE = 8;
    private static final long WAIT_SECONDS = 30;

    private final Pool pool;
    private final Semaphore free = new Semaphore(SIZE, true);
    private volatile boolean closed;

    Readers(Place place) {
        this.pool = place.readers(SIZE);
    }

    @Override
    public Connection openConnection() throws SQLException {
        acquire();
        try {
            if (closed) {
                throw Fault.unavailable("the database is closed");
            }
            return pool.take();
        } catch (SQLException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection borrowed) throws SQLException {
        try {
            pool.giveBack(borrowed);
        } finally {
            free.release();
        }
    }

    /** Lends none of the present connections any more: they may be lost as well. */
    void forget() {
        pool.forget();
    }

    /** Waits for the connections that are lent. */
    @Override
    public void close() throws SQLException {
        closed = true;
        free.acquireUninterruptibly(SIZE);
        try {
            pool.close();
        } finally {
            free.release(SIZE);
        }
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
