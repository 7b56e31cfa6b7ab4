package org.parley.capture.internal.meters.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.meters.Group;
import org.parley.capture.internal.meters.Member;
import org.parley.capture.internal.meters.Meter;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Compares the rows of a meter, and its different values if it counts those, in two stores, key by key. */
final class Comparison {

    private final Meter meter;
    private final Instant from;
    private final RollupStore stored;
    private final RollupStore again;
    private final byte[] prefix;

    /** @param from windows that start before are left out */
    Comparison(Meter meter, Instant from, RollupStore stored, RollupStore again) {
        this.meter = meter;
        this.from = from;
        this.stored = stored;
        this.again = again;
        this.prefix = Keys.rows(meter);
    }

    /** Tells what differs, at most so many. */
    void faults(int atMost, Consumer<String> faults) {
        int left = compare(RollupStore.ROWS, atMost, faults);
        compare(RollupStore.MEMBERS, left, faults);
    }

    private int compare(String family, int atMost, Consumer<String> faults) {
        return stored.folder().use(one -> again.folder().use(other -> {
            int left = atMost;
            try (RocksIterator here = one.db().newIterator(one.family(family));
                    RocksIterator there = other.db().newIterator(other.family(family))) {
                here.seek(prefix);
                there.seek(prefix);
                while (left > 0 && (isIn(here) || isIn(there))) {
                    left -= step(family, here, there, faults) ? 0 : 1;
                }
            }
            return left;
        }));
    }

    /** Compares what stands at the lower of both keys, and goes beyond; whether it agrees. */
    private boolean step(String family, RocksIterator here, RocksIterator there, Consumer<String> faults) {
        int order = !isIn(here) ? 1 : !isIn(there) ? -1 : Arrays.compareUnsigned(here.key(), there.key());
        byte[] key = order <= 0 ? here.key() : there.key();
        byte @Nullable [] left = order <= 0 ? here.value() : null;
        byte @Nullable [] right = order >= 0 ? there.value() : null;
        if (order <= 0) {
            here.next();
        }
        if (order >= 0) {
            there.next();
        }
        if (family.equals(RollupStore.MEMBERS)) {
            return member(Arrays.copyOf(key, key.length - Member.LENGTH), order, faults);
        }
        return row(Keys.slot(key, prefix.length), row(left), row(right), faults);
    }

    private boolean row(Slot slot, Optional<Row> left, Optional<Row> right, Consumer<String> faults) {
        boolean agrees = slot.start().isBefore(from) || told(left).equals(told(right));
        if (!agrees) {
            faults.accept(name(slot) + " has " + told(left) + ", the journal " + told(right));
        }
        return agrees;
    }

    private boolean member(byte[] row, int order, Consumer<String> faults) {
        Slot slot = Keys.slot(row, prefix.length);
        boolean agrees = slot.start().isBefore(from) || order == 0;
        if (!agrees) {
            faults.accept(name(slot) + (order < 0 ? " has a value that the journal has not" : " misses a value of the journal's"));
        }
        return agrees;
    }

    private Optional<Row> row(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(value -> RowCodec.row(meter.definition().aggregation(), value));
    }

    private static String told(Optional<Row> row) {
        return row.map(one -> one.aggregate().value().map(BigDecimal::stripTrailingZeros).map(BigDecimal::toString).orElse("nothing")
                + " from " + one.events() + " events (" + one.withoutValue() + " without a value, " + one.groups() + " groups)")
                .orElse("no row");
    }

    private String name(Slot slot) {
        String group = slot.group() instanceof Group.Of of ? ", group " + of.values().stream().map(value -> value.orElse("-")).toList()
                : slot.group() instanceof Group.Rest ? ", the rest" : "";
        return "seller '" + meter.seller() + "', meter '" + meter.id() + "' version " + meter.version() + ", "
                + slot.customer().map(customer -> "customer '" + customer + "'").orElse("all customers") + group + ", "
                + slot.kind().label() + " from " + slot.start();
    }

    private boolean isIn(RocksIterator rows) {
        try {
            rows.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException("the rollups cannot be read: " + e.getMessage(), e);
        }
        return rows.isValid() && rows.key().length > prefix.length
                && Arrays.equals(rows.key(), 0, prefix.length, prefix, 0, prefix.length);
    }
}
