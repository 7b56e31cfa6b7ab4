package org.parley.capture.internal.meters.rollup;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.Journal;
import org.parley.capture.internal.meters.Aggregation;
import org.parley.capture.internal.meters.Meter;
import org.parley.rocksdb.Layout;
import org.parley.rocksdb.RocksFolder;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The rollups in a RocksDB folder of their own.
 *
 * <p>A commit is one write batch in RocksDB's log, and the log is recovered up to a batch, never into one: rows and
 * positions always belong together. The log is not synced for each: what a crash of the machine cuts off its end is
 * counted again from the journal, which is synced, and which removes an event at the earliest an hour after all its
 * readers have passed it. So rollups outlive the events they were made from; unlike an index that can be built again,
 * they need a log at all.
 */
public final class RollupStore implements AutoCloseable {

    /** The family of the different values of meters that count those. */
    static final String MEMBERS = "members";
    /** The family of all else. */
    static final String ROWS = "default";

    private static final long MB = 1024 * 1024;
    private static final int LOOKED_UP_AT_ONCE = 4096;

    private final RocksFolder folder;

    private RollupStore(RocksFolder folder) {
        this.folder = folder;
    }

    public static RollupStore open(Path path) {
        return new RollupStore(RocksFolder.open("the rollups of meters", path, RollupStore::layout));
    }

    private static Layout layout() {
        Layout layout = new Layout(new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true)
                .setMaxBackgroundJobs(2).setMaxTotalWalSize(64 * MB).setKeepLogFileNum(3).setMaxLogFileSize(MB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0));
        Cache cache = layout.own(new LRUCache(16 * MB));
        return layout.family(ROWS, family(layout, cache)).family(MEMBERS, family(layout, cache));
    }

    /** Most keys that are looked up for a new customer or value are not there: filters answer those. */
    private static ColumnFamilyOptions family(Layout layout, Cache cache) {
        return new ColumnFamilyOptions().setWriteBufferSize(16 * MB)
                .setMemtablePrefixBloomSizeRatio(0.1).setMemtableWholeKeyFiltering(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION).setLevelCompactionDynamicLevelBytes(true)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache)
                        .setFilterPolicy(layout.own(new BloomFilter(10))).setCacheIndexAndFilterBlocks(true));
    }

    RocksFolder folder() {
        return folder;
    }

    /** The last event that all current meters have counted. */
    long position() {
        return get(Keys.position()).map(bytes -> ByteBuffer.wrap(bytes).getLong()).orElse(Journal.START);
    }

    Standing standing(Meter meter) {
        return get(Keys.standing(meter)).map(Standing::of).orElse(Standing.NEW);
    }

    Gaps gaps(Meter meter) {
        return get(Keys.gaps(meter)).map(Gaps::of).orElse(Gaps.NONE);
    }

    private Optional<byte[]> get(byte[] key) {
        return folder.use(open -> Optional.ofNullable(open.db().get(key)));
    }

    /**
     * Adds to the rows and stores how far that is, as one.
     *
     * @param standings of the meters that do not move with all
     * @param position  how far all current meters have come; empty to leave it
     */
    void commit(Collection<Batch> batches, Map<Meter, Standing> standings, OptionalLong position) {
        folder.use(open -> {
            try (WriteBatch writes = new WriteBatch(); WriteOptions unsynced = new WriteOptions().setSync(false)) {
                for (Batch batch : batches) {
                    add(writes, batch);
                }
                for (Map.Entry<Meter, Standing> moved : standings.entrySet()) {
                    writes.put(Keys.standing(moved.getKey()), moved.getValue().bytes());
                }
                if (position.isPresent()) {
                    writes.put(Keys.position(), ByteBuffer.allocate(Long.BYTES).putLong(position.getAsLong()).array());
                }
                open.db().write(unsynced, writes);
                return true;
            }
        });
    }

    private void add(WriteBatch writes, Batch batch) throws RocksDBException {
        Meter meter = batch.meter();
        Map<Slot, Row> added = batch.rows();
        Map<Slot, Row> stored = rows(meter, added.keySet());
        Map<Slot, Row> placed = Placing.of(added, slot -> Optional.ofNullable(stored.get(slot)));
        stored.putAll(rows(meter, placed.keySet().stream().filter(slot -> !added.containsKey(slot)).toList()));
        if (meter.definition().aggregation() == Aggregation.UNIQUE) {
            placed = new Members(this, meter).count(writes, placed);
        }
        for (Map.Entry<Slot, Row> row : placed.entrySet()) {
            Row before = stored.get(row.getKey());
            Row after = before == null ? row.getValue() : before.merge(row.getValue());
            writes.put(Keys.row(meter, row.getKey()), RowCodec.bytes(after));
        }
        if (!batch.gaps().isEmpty()) {
            writes.put(Keys.gaps(meter), gaps(meter).plus(batch.gaps()).bytes());
        }
    }

    private Map<Slot, Row> rows(Meter meter, Collection<Slot> slots) {
        List<byte @Nullable []> found = lookUp(ROWS, slots.stream().map(slot -> Keys.row(meter, slot)).toList());
        Map<Slot, Row> rows = new HashMap<>(slots.size() * 2);
        int next = 0;
        for (Slot slot : slots) {
            byte[] bytes = found.get(next++);
            if (bytes != null) {
                rows.put(slot, RowCodec.row(meter.definition().aggregation(), bytes));
            }
        }
        return rows;
    }

    /** The values of these keys in order, null for one that is not there. */
    List<byte @Nullable []> lookUp(String family, List<byte[]> keys) {
        List<byte @Nullable []> values = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += LOOKED_UP_AT_ONCE) {
            List<byte[]> some = keys.subList(from, Math.min(keys.size(), from + LOOKED_UP_AT_ONCE));
            values.addAll(folder.use(open ->
                    open.db().multiGetAsList(Collections.nCopies(some.size(), open.family(family)), some)));
        }
        return values;
    }

    @Override
    public void close() {
        folder.close();
    }
}
