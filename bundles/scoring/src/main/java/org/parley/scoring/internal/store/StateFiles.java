package org.parley.scoring.internal.store;

import java.nio.file.Path;
import org.parley.common.Fault;
import org.parley.rocksdb.Layout;
import org.parley.rocksdb.RocksFolder;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The open RocksDB folder of the score states. */
public final class StateFiles implements AutoCloseable {

    /** Work with the open database. */
    interface Work<T> {
        T with(RocksDB db) throws RocksDBException;
    }

    private static final long MB = 1024 * 1024;

    private final RocksFolder folder;

    private StateFiles(RocksFolder folder) {
        this.folder = folder;
    }

    /** Opens the folder, which is made if it is not there. */
    public static StateFiles open(Path folder) {
        return new StateFiles(RocksFolder.open("the score states", folder, StateFiles::layout));
    }

    private static Layout layout() {
        Layout layout = new Layout(new DBOptions().setCreateIfMissing(true).setMaxBackgroundJobs(2)
                .setMaxTotalWalSize(64 * MB).setKeepLogFileNum(3).setMaxLogFileSize(MB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0));
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(layout.own(new LRUCache(32 * MB)))
                .setFilterPolicy(layout.own(new BloomFilter(10)))
                .setCacheIndexAndFilterBlocks(true);
        return layout.family("default", new ColumnFamilyOptions().setWriteBufferSize(32 * MB)
                .setCompressionType(CompressionType.LZ4_COMPRESSION).setTableFormatConfig(table));
    }

    /**
     * Does work with the open database.
     *
     * @throws Fault unavailable if it is closed; otherwise if it fails
     */
    <T> T use(Work<T> work) {
        return folder.use(open -> work.with(open.db()));
    }

    @Override
    public void close() {
        folder.close();
    }
}
