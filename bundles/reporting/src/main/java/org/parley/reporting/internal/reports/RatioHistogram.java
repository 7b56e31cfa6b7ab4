package org.parley.reporting.internal.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts of ratios by {@link RatioBins bin}. */
final class RatioHistogram {

    /** The width that bars above 5 double from. */
    private static final double LAST_EVEN = 5;

    /**
     * A bar of the histogram: ratios from {@code from} (included, except in the bar of exact zeros, where both are 0) to
     * {@code to} (excluded).
     */
    record Bar(double from, double to, long count) {}

    private final TreeMap<Integer, Long> bins = new TreeMap<>();
    private long total;

    void add(int bin, long count) {
        bins.merge(bin, count, Long::sum);
        total += count;
    }

    long total() {
        return total;
    }

    double zeroShare() {
        return bins.getOrDefault(RatioBins.ZERO, 0L) / (double) total;
    }

    /** The smallest ratio that at least this share of all lie at or below, as exact as a bin is wide. */
    double quantile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (var bin : bins.entrySet()) {
            seen += bin.getValue();
            if (seen >= wanted) {
                return RatioBins.middle(bin.getKey());
            }
        }
        throw new IllegalStateException("no ratio was counted");
    }

    /** Bars of this width up to 5, then each twice as wide as the one before; those without any ratio are left out. */
    List<Bar> bars(double width) {
        TreeMap<Double, Bar> bars = new TreeMap<>();
        bins.forEach((bin, count) -> {
            Bar bar = bin == RatioBins.ZERO ? new Bar(0, 0, count) : bar(RatioBins.middle(bin), width, count);
            double key = bin == RatioBins.ZERO ? -1 : bar.from();
            bars.merge(key, bar, (a, b) -> new Bar(a.from(), a.to(), a.count() + b.count()));
        });
        return new ArrayList<>(bars.values());
    }

    private static Bar bar(double ratio, double width, long count) {
        if (ratio < LAST_EVEN) {
            // The middle of a bin is a whole hundredth; without the margin 0.3 / 0.1 would fall below 3.
            long index = (long) Math.floor(ratio / width + 1e-9);
            return new Bar(round(index * width), round(Math.min(LAST_EVEN, (index + 1) * width)), count);
        }
        double from = LAST_EVEN;
        while (ratio >= 2 * from) {
            from *= 2;
        }
        return new Bar(from, 2 * from, count);
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
