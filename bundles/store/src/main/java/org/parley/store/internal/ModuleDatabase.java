package org.parley.store.internal;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.parley.common.Fault;
import org.parley.store.Database;
import org.parley.store.Engine;

/** One writer and several readers on the tables of one module. */
final class ModuleDatabase implements Database {

    private final Place place;
    private final Runnable whenClosed;
    private final Writer writer;
    private final Readers readers;
    private final Failures failures;
    private final Jdbi reading;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param whenClosed run once, after the last connection was closed */
    ModuleDatabase(Place place, Runnable whenClosed) {
        this.place = place;
        this.whenClosed = whenClosed;
        Readers pooled = new Readers(place);
        this.readers = pooled;
        this.failures = new Failures(place, pooled::forget);
        this.writer = writer(place, failures);
        this.reading = Jdbi.create(readers);
    }

    @Override
    public Engine engine() {
        return place.engine();
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        try {
            return reading.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw failures.ofJdbi(e);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // The writer goes last: SQLite folds its log into the file when the last connection is closed, and only a
        // writing one can do so.
        try {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw new Fault("cannot close the database " + place.name(), e);
        } finally {
            whenClosed.run();
        }
    }

    private static Writer writer(Place place, Failures failures) {
        try {
            return new Writer(place, failures);
        } catch (SQLException e) {
            throw new Fault("cannot open the database " + place.name(), e);
        }
    }
}
