package org.parley.benchmarks.volume;

import java.util.List;

/**
 * A straight line through points, by least squares.
 *
 * @param slope  change of y for one of x
 * @param margin half of the slope's 95 % interval, by its standard error as if the points were independent of each other,
 *               which samples of a process are not quite; with the normal quantile, so for some dozen points or more
 */
record Trend(double slope, double margin) {

    private static final double QUANTILE = 1.96;

    /** A point. */
    record Point(double x, double y) {}

    static Trend of(List<Point> points) {
        int n = points.size();
        double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
        double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
        double spread = points.stream().mapToDouble(p -> (p.x() - meanX) * (p.x() - meanX)).sum();
        double together = points.stream().mapToDouble(p -> (p.x() - meanX) * (p.y() - meanY)).sum();
        double slope = together / spread;
        double residual = points.stream().mapToDouble(p -> p.y() - meanY - slope * (p.x() - meanX))
                .map(r -> r * r).sum();
        return new Trend(slope, QUANTILE * Math.sqrt(residual / (n - 2) / spread));
    }
}
