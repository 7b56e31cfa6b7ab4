package org.parley.benchmarks.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one figure was at some moments, and how it moved in the second half of them. */
final class Series {

    private final String name;
    private final double bound;
    private final List<Trend.Point> points = new ArrayList<>();

    /**
     * @param name  with its unit
     * @param bound the growth within an hour that is too much
     */
    Series(String name, double bound) {
        this.name = name;
        this.bound = bound;
    }

    void add(double hours, double value) {
        points.add(new Trend.Point(hours, value));
    }

    private List<Trend.Point> secondHalf() {
        return points.subList(points.size() / 2, points.size());
    }

    /** Whether it grew faster than the bound, and not just by chance. */
    boolean grows() {
        Trend trend = Trend.of(secondHalf());
        return trend.slope() - trend.margin() > bound;
    }

    /** A row of the table. */
    String row() {
        Trend trend = Trend.of(secondHalf());
        return String.format(Locale.ROOT, "| %s | %,.1f | %,.1f | %,.1f | %+,.1f ± %,.1f | %,.0f |", name,
                points.stream().mapToDouble(Trend.Point::y).min().orElseThrow(),
                points.stream().mapToDouble(Trend.Point::y).max().orElseThrow(), points.get(points.size() - 1).y(),
                trend.slope(), trend.margin(), bound);
    }

    String tooMuch() {
        return name + " grows by more than " + bound + " an hour: " + row();
    }
}
