package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/** The id keys: where the event with an identity is, and the hash of its content. */
final class IdIndex {

    /** What is kept for an identity. */
    record Entry(long position, long contentHash) {

        static final int LENGTH = 2 * Long.BYTES;

        byte[] bytes() {
            byte[] value = new byte[LENGTH];
            Keys.put(value, 0, position);
            Keys.put(value, Long.BYTES, contentHash);
            return value;
        }

        static Entry of(byte[] value) {
            return new Entry(Keys.at(value, 0), Keys.at(value, Long.BYTES));
        }
    }

    private IdIndex() {}

    static Optional<Entry> find(JournalFiles files, IdKey key) throws RocksDBException {
        return Optional.ofNullable(files.db().get(files.ids(), key.bytes())).map(Entry::of);
    }

    /** For each key its entry, or null. */
    static List<@Nullable Entry> findAll(JournalFiles files, List<byte[]> keys) throws RocksDBException {
        List<byte[]> values = files.db().multiGetAsList(Collections.nCopies(keys.size(), files.ids()), keys);
        List<@Nullable Entry> entries = new ArrayList<>(values.size());
        for (byte[] value : values) {
            entries.add(value == null ? null : Entry.of(value));
        }
        return entries;
    }
}
