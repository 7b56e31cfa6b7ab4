package org.parley.cli.imports;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How fast it goes, and how long it will still take: from this run alone, whatever an earlier one did. */
final class Pace {

    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final long since;
    private long firstRows;
    private double firstShare;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    double seconds() {
        return (nanoTime.getAsLong() - since) / NANOS;
    }

    /** Where this run begins: what an earlier one did is no part of its pace. */
    void begin(Tally tally, double share) {
        firstRows = tally.rows();
        firstShare = share;
    }

    /** Rows per second, of this run. */
    long rate(Tally tally) {
        return Math.round((tally.rows() - firstRows) / Math.max(seconds(), 1e-3));
    }

    /** Such as {@code 291,885 rows  23,100/s  62 %  0:08 left}. */
    String describe(Tally tally, double share) {
        double seconds = Math.max(seconds(), 1e-3);
        double gained = share - firstShare;
        String left = gained <= 0 ? "" : "  " + clock(Math.round(seconds * (1 - share) / gained)) + " left";
        return String.format(Locale.ROOT, "%,d rows  %,d/s  %d %%%s", tally.rows(), rate(tally), Math.round(share * 100), left);
    }

    private static String clock(long seconds) {
        return seconds >= 3600 ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
