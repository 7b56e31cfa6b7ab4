package org.parley.scoring.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.parley.common.Fault;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * The open RocksDB folder of the score states. The library ends the process when a closed database is used; so
 * everything that touches it goes through {@link #use}, and closing waits for what is under way.
 */
public final class StateFiles implements AutoCloseable {

    /** Work with the open database. */
    interface Work<T> {
        T with(RocksDB db) throws RocksDBException;
    }

    private static final long MB = 1024 * 1024;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Path folder;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final RocksDB db;
    private boolean closed;

    private StateFiles(Path folder) throws RocksDBException {
        this.folder = folder;
        this.db = own(RocksDB.open(own(options()), folder.toString()));
    }

    /** Opens the folder, which is made if it is not there. */
    public static StateFiles open(Path folder) {
        try {
            Files.createDirectories(folder);
            RocksDB.loadLibrary();
            return new StateFiles(folder);
        } catch (IOException | RocksDBException e) {
            throw new Fault("cannot open the score states in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Options options() {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(own(new LRUCache(32 * MB)))
                .setFilterPolicy(own(new BloomFilter(10)))
                .setCacheIndexAndFilterBlocks(true);
        return new Options().setCreateIfMissing(true).setMaxBackgroundJobs(2)
                .setWriteBufferSize(32 * MB).setMaxTotalWalSize(64 * MB)
                .setCompressionType(CompressionType.LZ4_COMPRESSION).setTableFormatConfig(table)
                .setKeepLogFileNum(3).setMaxLogFileSize(MB).setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0);
    }

    private <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    /**
     * Does work with the open database.
     *
     * @throws Fault unavailable if it is closed; otherwise if it fails
     */
    <T> T use(Work<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw Fault.unavailable("scoring is being replaced; try again in a moment");
            }
            return work.with(db);
        } catch (RocksDBException e) {
            throw new Fault("the score states in " + folder + " failed: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
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
            for (AutoCloseable resource : owned) {
                resource.close();
            }
        } catch (Exception e) {
            throw new Fault("cannot close the score states in " + folder, e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
