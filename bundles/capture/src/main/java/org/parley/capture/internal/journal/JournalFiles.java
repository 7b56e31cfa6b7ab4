package org.parley.capture.internal.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.parley.common.Fault;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's open RocksDB folder. The library ends the process when a closed database is used; so everything that
 * touches it goes through {@link #use}, and closing waits for what is under way.
 */
public final class JournalFiles implements AutoCloseable {

    /** Work with the open database. */
    public interface Work<T> {
        T with(JournalFiles files) throws RocksDBException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Path folder;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final RocksDB db;
    private boolean closed;

    private JournalFiles(Path folder) throws RocksDBException {
        this.folder = folder;
        Cache cache = own(new LRUCache(Tuning.BLOCK_CACHE));
        DBOptions options = own(Tuning.database());
        this.db = RocksDB.open(options, folder.toString(), descriptors(cache), families);
        own(db);
        families.forEach(this::own);
    }

    private List<ColumnFamilyDescriptor> descriptors(Cache cache) {
        List<ColumnFamilyOptions> options = List.of(own(new ColumnFamilyOptions()), own(Tuning.chunks(cache)),
                own(Tuning.ids(cache)), own(Tuning.rejects(cache)), own(Tuning.timeline(cache)));
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            descriptors.add(new ColumnFamilyDescriptor(
                    Tuning.names().get(i).getBytes(StandardCharsets.UTF_8), options.get(i)));
        }
        return descriptors;
    }

    private <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    /** Opens the folder, which is made if it is not there; what a crash left behind is recovered first. */
    public static JournalFiles open(Path folder) {
        try {
            Files.createDirectories(folder);
            RocksDB.loadLibrary();
            return new JournalFiles(folder);
        } catch (IOException | RocksDBException e) {
            throw new Fault("cannot open the journal in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Does work with the open database.
     *
     * @throws Fault unavailable if the journal is closed; otherwise if the database fails
     */
    public <T> T use(Work<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw Fault.unavailable("the journal is being replaced; try again in a moment");
            }
            return work.with(this);
        } catch (RocksDBException e) {
            throw new Fault("the journal in " + folder + " failed: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    public RocksDB db() {
        return db;
    }

    public ColumnFamilyHandle chunks() {
        return families.get(1);
    }

    public ColumnFamilyHandle ids() {
        return families.get(2);
    }

    public ColumnFamilyHandle rejects() {
        return families.get(3);
    }

    public ColumnFamilyHandle timeline() {
        return families.get(4);
    }

    public Path folder() {
        return folder;
    }

    /** Without a log to replay, the next opening takes milliseconds. */
    private void flush() {
        try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
            db.flush(options, families);
        } catch (RocksDBException e) {
            LOG.warn("the journal in {} closes without a flush; its log is replayed when it is opened", folder, e);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            flush();
            for (AutoCloseable resource : owned) {
                resource.close();
            }
        } catch (Exception e) {
            throw new Fault("cannot close the journal in " + folder, e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
