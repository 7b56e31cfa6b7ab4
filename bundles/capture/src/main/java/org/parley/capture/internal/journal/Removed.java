package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.parley.common.SellerId;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Keeps in the journal itself from before when events were removed from it. */
final class Removed {

    private static final byte[] PREFIX = "removed/".getBytes(StandardCharsets.UTF_8);
    /** The character behind the prefix's last. */
    private static final byte[] END = "removed0".getBytes(StandardCharsets.UTF_8);

    private static final byte[] LAST_RUN = "compacted-at".getBytes(StandardCharsets.UTF_8);

    private Removed() {}

    /** When events were last removed. */
    static Optional<Instant> lastRun(JournalFiles files) {
        return files.use(open -> Optional.ofNullable(open.db().get(open.about(), LAST_RUN)))
                .map(value -> Instant.ofEpochMilli(Keys.at(value, 0)));
    }

    static Cutoffs load(JournalFiles files) {
        return files.use(open -> Cutoffs.of(all -> {
            try (RocksIterator keys = open.db().newIterator(open.about())) {
                for (keys.seek(PREFIX); keys.isValid() && isBelow(keys.key()); keys.next()) {
                    add(all, new RecordReader(keys.key(), PREFIX.length), new RecordReader(keys.value(), 0));
                }
            }
        }));
    }

    private static boolean isBelow(byte[] key) {
        return Arrays.compareUnsigned(key, END) < 0;
    }

    private static void add(Cutoffs.Adding all, RecordReader key, RecordReader value) {
        all.add(new SellerId(key.nextText()), key.nextText(), Instant.ofEpochSecond(value.nextLong(), value.nextInt()));
    }

    /** Stores them durably, and when they were made. */
    static void store(JournalFiles files, Cutoffs cutoffs, Instant now) {
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions synced = new WriteOptions().setSync(true)) {
                cutoffs.byType().forEach((seller, types) -> types.forEach((type, before) ->
                        put(open, batch, seller, type, before)));
                batch.put(open.about(), LAST_RUN, Keys.of(now.toEpochMilli()));
                open.db().write(synced, batch);
                return batch.count();
            }
        });
    }

    private static void put(JournalFiles open, WriteBatch batch, SellerId seller, String type, Instant before) {
        byte[] key = new Bytes(64).put(PREFIX, 0, PREFIX.length).putText(seller.value()).putText(type).toArray();
        byte[] value = new Bytes(12).putLong(before.getEpochSecond()).putInt(before.getNano()).toArray();
        try {
            batch.put(open.about(), key, value);
        } catch (RocksDBException e) {
            throw new IllegalStateException("a batch in memory takes a key", e);
        }
    }
}
