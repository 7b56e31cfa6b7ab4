package org.parley.cli.mapping;

import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The exact median of all amounts added so far. It counts equal amounts together and remembers where the middle is, so
 * that adding one moves the middle by at most one step: O(log d) time and O(d) memory for d different amounts, however
 * many there are.
 */
final class RunningMedian {

    private final TreeMap<Long, Count> counts = new TreeMap<>();
    private long size;
    private long middle;
    private long belowMiddle;

    void add(long amount) {
        counts.computeIfAbsent(amount, key -> new Count()).value++;
        size++;
        if (size == 1) {
            middle = amount;
        } else if (amount < middle) {
            belowMiddle++;
        }
        settle();
    }

    long size() {
        return size;
    }

    /**
     * The middle amount. Of an even number of amounts, the mean of the two in the middle, rounded down to a whole minor
     * unit. Empty if nothing was added.
     */
    OptionalLong median() {
        if (size == 0) {
            return OptionalLong.empty();
        }
        long upper = atMiddle() + belowMiddle > size / 2 ? middle : counts.higherKey(middle);
        return OptionalLong.of(Math.floorDiv(Math.addExact(middle, upper), 2L));
    }

    /** Moves to the lower of the middle amounts: the one of rank (size - 1) / 2, from 0. */
    private void settle() {
        long rank = (size - 1) / 2;
        while (belowMiddle > rank) {
            middle = counts.lowerKey(middle);
            belowMiddle -= atMiddle();
        }
        while (belowMiddle + atMiddle() <= rank) {
            belowMiddle += atMiddle();
            middle = counts.higherKey(middle);
        }
    }

    private long atMiddle() {
        return counts.get(middle).value;
    }

    private static final class Count {
        private long value;
    }
}
