package org.parley.pricing.internal;

import java.time.Instant;

/**
 * A place in the order of usage: the time in whole milliseconds, and among equal times the order of the journal. So a
 * use period ends at one exact place even where the clock stands still.
 *
 * @param millis   since 1970 (UTC)
 * @param position in the journal
 */
public record Moment(long millis, long position) implements Comparable<Moment> {

    public static Moment of(Instant time, long position) {
        return new Moment(time.toEpochMilli(), position);
    }

    public boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }

    public Instant time() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public int compareTo(Moment other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(position, other.position);
    }
}
