package org.parley.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.parley.store.Engine;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * How this project opens a SQLite file. Memory mapping stays off: a disk error in a mapped page would end the whole
 * process instead of failing one statement.
 */
public record SqliteFile(Path path) implements Place {

    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITER_CACHE_KIB = 16 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final int LARGEST_IDLE_LOG_BYTES = 64 * 1024 * 1024;
    /** Many writes change the same index pages: fewer, larger checkpoints (32 MiB) write them once for many. */
    private static final int CHECKPOINT_PAGES = 8000;

    @Override
    public Engine engine() {
        return Engine.SQLITE;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public Optional<String> schema() {
        return Optional.empty();
    }

    /** Their transactions take the write lock at once, so that none fails half-way. */
    @Override
    public SQLiteDataSource writers() {
        SQLiteConfig config = common(WRITER_CACHE_KIB);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        // Only macOS has this difference between a sync and a sync that reaches the disk.
        config.enableFullSync(true);
        config.setJournalSizeLimit(LARGEST_IDLE_LOG_BYTES);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, String.valueOf(CHECKPOINT_PAGES));
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config);
    }

    /** The file must have been opened by a writer before. */
    @Override
    public void becomeTheOnlyWriter(Connection connection) {
        // BEGIN IMMEDIATE did it.
    }

    @Override
    public void run(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Override
    public Pool readers(int size) {
        SQLiteConfig config = common(READER_CACHE_KIB);
        config.setReadOnly(true);
        config.setTransactionMode(TransactionMode.DEFERRED);
        return new SqlitePool(source(config));
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }

    private static SQLiteConfig common(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(Pragma.TEMP_STORE, "MEMORY");
        // SQLite reads a negative size as KiB, a positive one as pages.
        config.setCacheSize(-cacheKib);
        return config;
    }
}
