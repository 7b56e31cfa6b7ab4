package org.parley.capture.internal.journal;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionOptionsFIFO;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;

/** How each part of the journal is laid out on disk and in memory. Sizes are in bytes. */
public final class Tuning {

    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    /** What all parts share for blocks, indexes and filters read from disk; the filters of 50 million ids have 62 MB. */
    public static final long BLOCK_CACHE = 96 * MB;
    private static final long REJECTS_KEPT = 64 * MB;

    private Tuning() {}

    /** The database: few background threads, a bounded log, so that opening after a crash is quick. */
    public static DBOptions database() {
        return new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true)
                .setMaxBackgroundJobs(2).setMaxTotalWalSize(128 * MB).setBytesPerSync(MB)
                .setKeepLogFileNum(3).setMaxLogFileSize(MB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0);
    }

    /** Chunks come in the order of their keys and are large: one block each, compressed well once they are settled. */
    public static ColumnFamilyOptions chunks(Cache cache) {
        return new ColumnFamilyOptions().setWriteBufferSize(32 * MB).setTargetFileSizeBase(128 * MB)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache).setBlockSize(64 * KB)
                        .setCacheIndexAndFilterBlocks(true));
    }

    /**
     * Id keys are short and come in random order, and most that are asked for are not there: filters answer those. In
     * levels, each new file would be merged into all that are below it; in runs of like size a key is written again
     * less often, which is what counts where hardly any is ever changed.
     */
    public static ColumnFamilyOptions ids(Cache cache) {
        return new ColumnFamilyOptions().setWriteBufferSize(32 * MB).setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setMemtablePrefixBloomSizeRatio(0.1).setMemtableWholeKeyFiltering(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(filtered(cache).setDataBlockIndexType(
                        DataBlockIndexType.kDataBlockBinaryAndHash).setDataBlockHashTableUtilRatio(0.75));
    }

    /** Rejected events are kept for a while only: the oldest files go when there is too much. */
    public static ColumnFamilyOptions rejects(Cache cache) {
        try (CompactionOptionsFIFO fifo = new CompactionOptionsFIFO().setMaxTableFilesSize(REJECTS_KEPT)) {
            return new ColumnFamilyOptions().setWriteBufferSize(4 * MB).setCompactionStyle(CompactionStyle.FIFO)
                    .setCompactionOptionsFIFO(fifo).setCompressionType(CompressionType.LZ4_COMPRESSION)
                    .setTableFormatConfig(filtered(cache));
        }
    }

    /** Timeline keys share long beginnings with their neighbours, and come in random order as the id keys do. */
    public static ColumnFamilyOptions timeline(Cache cache) {
        return new ColumnFamilyOptions().setWriteBufferSize(32 * MB).setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache).setBlockSize(16 * KB)
                        .setCacheIndexAndFilterBlocks(true));
    }

    /**
     * The filters are cut into parts of the size of a block. A filter in one piece has megabytes: it would not fit into
     * one shard of the cache, so each check for duplicates would read it from its file again.
     */
    private static BlockBasedTableConfig filtered(Cache cache) {
        return new BlockBasedTableConfig().setBlockCache(cache).setBlockSize(4 * KB)
                .setFilterPolicy(new BloomFilter(10)).setPartitionFilters(true)
                .setIndexType(IndexType.kTwoLevelIndexSearch).setMetadataBlockSize(4 * KB)
                .setCacheIndexAndFilterBlocks(true).setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinTopLevelIndexAndFilter(true).setPinL0FilterAndIndexBlocksInCache(true);
    }
}
