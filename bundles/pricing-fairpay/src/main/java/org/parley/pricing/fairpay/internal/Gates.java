package org.parley.pricing.fairpay.internal;

/**
 * What a reputation must reach. Each gate asks for a mean and, so that thin evidence does not pass, for a lower bound.
 *
 * @param mean        of the standard tier
 * @param low         lower bound of the standard tier
 * @param premiumMean of the premium tier
 * @param premiumLow  lower bound of the premium tier
 * @param nearMiss    how far the mean may fall below {@code mean} and still be warned instead of suspended
 */
record Gates(double mean, double low, double premiumMean, double premiumLow, double nearMiss) {

    boolean standard(double reputation, double lowerBound) {
        return reputation >= mean && lowerBound >= low;
    }

    boolean premium(double reputation, double lowerBound) {
        return reputation >= premiumMean && lowerBound >= premiumLow;
    }

    /** Good enough on average, but not sure enough yet. */
    boolean thin(double reputation, double lowerBound) {
        return reputation >= mean && lowerBound < low;
    }

    /** The lowest mean that is a near miss. */
    double warnedFrom() {
        return Figures.shown(mean - nearMiss);
    }
}
