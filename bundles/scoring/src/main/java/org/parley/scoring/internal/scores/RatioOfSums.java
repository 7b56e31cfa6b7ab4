package org.parley.scoring.internal.scores;

import org.apache.commons.statistics.distribution.TDistribution;
import org.parley.scoring.api.Score.Interval;

/**
 * The sums from which a ratio R = Σy / Σx over n pairs and its interval are computed.
 *
 * <p>The interval is that of the delta method: with residuals e = y − R·x, the standard error of R is
 * √(n/(n−1) · Σe²) / Σx, times the quantile of Student's t with n − 1 degrees of freedom; see W. G. Cochran,
 * <i>Sampling Techniques</i>, 3rd ed., section 6.4. It is cut off at 0, since neither sum can be negative. It is rough for
 * a handful of pairs.
 *
 * @param n   the number of pairs
 * @param y   Σy
 * @param x   Σx
 * @param yy  Σy²
 * @param xy  Σx·y
 * @param xx  Σx²
 */
public record RatioOfSums(long n, double y, double x, double yy, double xy, double xx) {

    private static final double UPPER = 0.95;

    static final RatioOfSums NONE = new RatioOfSums(0, 0, 0, 0, 0, 0);

    RatioOfSums plus(double oneY, double oneX) {
        return new RatioOfSums(n + 1, y + oneY, x + oneX, yy + oneY * oneY, xy + oneX * oneY, xx + oneX * oneX);
    }

    /** The sums after one pair's y was corrected. */
    RatioOfSums corrected(double fromY, double toY, double oneX) {
        return new RatioOfSums(n, y + toY - fromY, x, yy + toY * toY - fromY * fromY, xy + oneX * (toY - fromY), xx);
    }

    double ratio() {
        return y / x;
    }

    /** Where the ratio lies with 90 % confidence; needs two pairs. */
    Interval interval() {
        double ratio = ratio();
        double residuals = Math.max(0, yy - 2 * ratio * xy + ratio * ratio * xx);
        double error = Math.sqrt(n / (n - 1.0) * residuals) / x;
        double reach = TDistribution.of(n - 1.0).inverseCumulativeProbability(UPPER) * error;
        return new Interval(Math.max(0, ratio - reach), ratio + reach);
    }
}
