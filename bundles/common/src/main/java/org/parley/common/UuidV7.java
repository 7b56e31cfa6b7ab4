package org.parley.common;

import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): a millisecond timestamp, then a 12-bit counter that keeps ids of
 * one millisecond in order, then 62 random bits. Ids from one generator sort in the order they were made, which keeps
 * a B-tree's inserts at its right edge.
 */
public final class UuidV7 {

    private static final int COUNTER_LIMIT = 1 << 12;

    private final LongSupplier millis;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private int counter;

    public UuidV7(LongSupplier millis, RandomGenerator random) {
        this.millis = millis;
        this.random = random;
    }

    /** The next id, larger than every one before it, also when the clock steps back. */
    public synchronized UUID next() {
        long now = Math.max(millis.getAsLong(), lastMillis);
        counter = now == lastMillis ? counter + 1 : 0;
        if (counter == COUNTER_LIMIT) {
            now++;
            counter = 0;
        }
        lastMillis = now;
        long high = now << 16 | 0x7000L | counter;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
