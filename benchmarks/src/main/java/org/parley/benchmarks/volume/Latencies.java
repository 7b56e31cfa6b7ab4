package org.parley.benchmarks.volume;

import java.util.Arrays;
import java.util.Locale;

/** How long some requests took. For one thread. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    int count() {
        return count;
    }

    /** The share {@code p} of them took at most so many milliseconds. */
    double millis(double p) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) (p * count))] / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f / %.1f ms (%,d pages)", millis(0.5), millis(0.99), count);
    }
}
