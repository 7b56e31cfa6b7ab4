package org.parley.pricing.fairpay.internal;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The evidence for a customer's fairness: weighted sums of fair and unfair shares, fading from cycle to cycle. Fairness
 * itself is taken as Beta(fair + 1, unfair + 1) distributed: without evidence, every value is equally likely.
 *
 * @param fair   r, not negative
 * @param unfair s, not negative
 */
record Reputation(double fair, double unfair) {

    /** The probability with which the true fairness lies below {@link #lowerBound()}. */
    static final double DOUBT = 0.05;

    static final Reputation NONE = new Reputation(0, 0);

    Reputation {
        fair = Figures.kept(fair);
        unfair = Figures.kept(unfair);
    }

    /** All evidence times {@code fading}, the factor per cycle. */
    Reputation faded(double fading) {
        return new Reputation(fading * fair, fading * unfair);
    }

    /** With one more cycle of this fairness and weight. */
    Reputation with(double fairness, double weight) {
        return new Reputation(fair + weight * fairness, unfair + weight * (1 - fairness));
    }

    /** With so much evidence moved from unfair to fair: a price that was raised afterwards. */
    Reputation mended(double weight) {
        return new Reputation(fair + weight, Math.max(0, unfair - weight));
    }

    /** The expected fairness, 0 to 1; 0.5 without evidence. */
    double mean() {
        return Figures.shown((fair + 1) / (fair + unfair + 2));
    }

    /** The 5 % quantile: how fair the customer is at least, as far as the evidence shows. */
    double lowerBound() {
        return Figures.shown(BetaDistribution.of(fair + 1, unfair + 1).inverseCumulativeProbability(DOUBT));
    }
}
