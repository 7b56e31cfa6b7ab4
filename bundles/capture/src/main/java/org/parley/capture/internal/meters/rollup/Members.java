package org.parley.capture.internal.meters.rollup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.meters.Aggregate;
import org.parley.capture.internal.meters.Member;
import org.parley.capture.internal.meters.Meter;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** The different values of a meter that counts those: a key of its row and the value for each, so that a row is short. */
final class Members {

    /** How many different values an answer is made from at the most, where they must be united: some 100 ms of reading. */
    static final int MAX_UNITED = 200_000;

    private static final byte[] NOTHING = {};

    private final RollupStore store;
    private final Meter meter;

    Members(RollupStore store, Meter meter) {
        this.store = store;
        this.meter = meter;
    }

    /** Notes which values are new to their rows, and puts their number in the values' place. */
    Map<Slot, Row> count(WriteBatch writes, Map<Slot, Row> added) throws RocksDBException {
        List<byte[]> keys = new ArrayList<>();
        added.forEach((slot, row) -> members(row).forEach(member -> keys.add(key(slot, member))));
        List<byte @Nullable []> found = store.lookUp(RollupStore.MEMBERS, keys);
        Map<Slot, Row> counted = new LinkedHashMap<>(added.size() * 2);
        int next = 0;
        for (Map.Entry<Slot, Row> each : added.entrySet()) {
            long fresh = 0;
            for (int end = next + members(each.getValue()).size(); next < end; next++) {
                if (found.get(next) == null) {
                    writes.put(store.folder().family(RollupStore.MEMBERS), keys.get(next), NOTHING);
                    fresh++;
                }
            }
            counted.put(each.getKey(), each.getValue().withAggregate(new Aggregate.Count(fresh)));
        }
        return counted;
    }

    private static Set<Member> members(Row row) {
        return ((Aggregate.Unique) row.aggregate()).members();
    }

    private byte[] key(Slot slot, Member member) {
        byte[] row = Keys.row(meter, slot);
        return ByteBuffer.allocate(row.length + Member.LENGTH).put(row).put(member.bytes()).array();
    }

    /**
     * How many different values several rows have together.
     *
     * @throws InvalidInput if they are too many to be united in one answer
     */
    Aggregate unite(List<Slot> slots) {
        Set<Member> all = new HashSet<>();
        int read = 0;
        for (Slot slot : slots) {
            read += read(Keys.row(meter, slot), all, MAX_UNITED - read);
        }
        return new Aggregate.Count(all.size());
    }

    private int read(byte[] row, Set<Member> into, int atMost) {
        return store.folder().use(open -> {
            int read = 0;
            try (RocksIterator keys = open.db().newIterator(open.family(RollupStore.MEMBERS))) {
                for (keys.seek(row); keys.isValid() && isOf(row, keys.key()); keys.next()) {
                    if (++read > atMost) {
                        throw tooMany();
                    }
                    into.add(Member.at(keys.key(), row.length));
                }
                keys.status();
            }
            return read;
        });
    }

    private static boolean isOf(byte[] row, byte[] key) {
        return key.length == row.length + Member.LENGTH && Arrays.equals(row, 0, row.length, key, 0, row.length);
    }

    private static InvalidInput tooMany() {
        return new InvalidInput(ErrorCode.INVALID_INPUT, "window", "different values of several windows or groups are"
                + " counted by uniting them, and here they are more than " + MAX_UNITED
                + "; ask for a shorter range, or for each window (and all its groups) by itself");
    }
}
