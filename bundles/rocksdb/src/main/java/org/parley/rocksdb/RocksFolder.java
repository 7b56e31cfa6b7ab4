package org.parley.rocksdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.parley.common.Fault;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open RocksDB folder. The library ends the process when a closed database is used; so everything that touches it
 * goes through {@link #use}, and closing waits for what is under way.
 */
public final class RocksFolder implements AutoCloseable {

    /** Work with the open database. */
    @FunctionalInterface
    public interface Work<T> {
        T with(RocksFolder folder) throws RocksDBException;
    }

    /** Long work of the library. */
    @FunctionalInterface
    public interface Cancellable {
        void run() throws RocksDBException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RocksFolder.class);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final String what;
    private final Path path;
    private final Layout layout;
    private final Map<String, ColumnFamilyHandle> families = new HashMap<>();
    private final RocksDB db;
    private final Set<Runnable> cancels = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;
    private boolean closed;

    private RocksFolder(String what, Path path, Layout layout) throws RocksDBException {
        this.what = what;
        this.path = path;
        this.layout = layout;
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        layout.families().forEach((name, options) ->
                descriptors.add(new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), options)));
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        this.db = layout.own(RocksDB.open(layout.database(), path.toString(), descriptors, handles));
        int next = 0;
        for (String name : layout.families().keySet()) {
            families.put(name, layout.own(handles.get(next++)));
        }
    }

    /**
     * Opens the folder, which is made if it is not there; what a crash left behind is recovered first.
     *
     * @param what   what is kept in it, for messages, such as {@code the journal}
     * @param layout makes the layout; asked when the library is loaded
     * @throws Fault if it cannot be opened; then nothing stays open
     */
    public static RocksFolder open(String what, Path path, Supplier<Layout> layout) {
        RocksDB.loadLibrary();
        Layout wanted = layout.get();
        try {
            Files.createDirectories(path);
            long start = System.nanoTime();
            RocksFolder folder = new RocksFolder(what, path, wanted);
            LOG.info("{} in {} opened in {} ms", what, path, (System.nanoTime() - start) / 1_000_000);
            return folder;
        } catch (IOException | RocksDBException e) {
            Fault fault = new Fault("cannot open " + what + " in " + path + ": " + e.getMessage(), e);
            closeAfter(fault, wanted);
            throw fault;
        }
    }

    private static void closeAfter(Fault fault, Layout layout) {
        try {
            layout.close();
        } catch (Exception e) {
            fault.addSuppressed(e);
        }
    }

    /**
     * Does work with the open database. Keep it short or in slices: closing waits for it.
     *
     * @throws Fault unavailable if the folder is closed; otherwise if the database fails
     */
    public <T> T use(Work<T> work) {
        lock.readLock().lock();
        try {
            requireOpen();
            return work.with(this);
        } catch (RocksDBException e) {
            throw new Fault(what + " in " + path + " failed: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * For long work within {@link #use}, to be called every so often: closing waits for the work, and everyone else for
     * closing.
     *
     * @throws Fault unavailable if the folder is about to be closed
     */
    public void requireOpen() {
        if (closing) {
            throw Fault.unavailable(what + " cannot be reached while the module is replaced; try again in a moment");
        }
    }

    /**
     * Does work that the library does in one call and that can take long, within {@link #use}.
     *
     * @param cancel ends the work early; called when the folder is about to be closed
     */
    public void cancellable(Runnable cancel, Cancellable work) throws RocksDBException {
        cancels.add(cancel);
        try {
            requireOpen();
            work.run();
        } finally {
            cancels.remove(cancel);
        }
    }

    /** The database; only within {@link #use}. */
    public RocksDB db() {
        return db;
    }

    /** A column family of the layout. */
    public ColumnFamilyHandle family(String name) {
        return Optional.ofNullable(families.get(name))
                .orElseThrow(() -> new IllegalArgumentException(what + " has no family " + name));
    }

    public Path path() {
        return path;
    }

    /**
     * Makes a copy of this moment that can be opened by itself, in a folder that must not be there yet. On the same
     * file system its files are links and take no time and no room.
     */
    public void checkpoint(Path target) {
        use(folder -> {
            try (Checkpoint checkpoint = Checkpoint.create(db)) {
                checkpoint.createCheckpoint(target.toString());
                return target;
            }
        });
    }

    /** Writes what is in memory to files: without a log to replay, the next opening takes milliseconds. */
    private void flush() {
        try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
            db.flush(options, List.copyOf(families.values()));
        } catch (RocksDBException e) {
            LOG.warn("{} in {} closes without a flush; its log is replayed when it is opened", what, path, e);
        }
    }

    /** Waits for the work under way, then closes; later use is told that it is unavailable. */
    @Override
    public void close() {
        closing = true;
        cancels.forEach(Runnable::run);
        lock.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            flush();
            layout.close();
        } catch (Exception e) {
            throw new Fault("cannot close " + what + " in " + path, e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
