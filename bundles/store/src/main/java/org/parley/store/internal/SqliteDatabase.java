package org.parley.store.internal;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.parley.common.Fault;
import org.parley.store.Database;

/** One writer and several readers on one SQLite file. */
public final class SqliteDatabase implements Database {

    private final SqliteFile file;
    private final Runnable whenClosed;
    private final Writer writer;
    private final ReaderPool readers;
    private final Jdbi writing;
    private final Jdbi reading;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param whenClosed run once, after the last connection was closed */
    public SqliteDatabase(SqliteFile file, Runnable whenClosed) {
        this.file = file;
        this.whenClosed = whenClosed;
        this.writer = writer(file);
        this.readers = new ReaderPool(file);
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return reading.inTransaction(work::apply);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return writing.inTransaction(work::apply);
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
            throw new Fault("cannot close the database " + file.path(), e);
        } finally {
            whenClosed.run();
        }
    }

    private static Writer writer(SqliteFile file) {
        try {
            return new Writer(file);
        } catch (SQLException e) {
            throw new Fault("cannot open the database " + file.path(), e);
        }
    }
}
