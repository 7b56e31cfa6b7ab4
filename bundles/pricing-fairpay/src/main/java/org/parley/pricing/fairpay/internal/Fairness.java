package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;

/**
 * How fair an explained differential is: 0 at {@code unfair} and below, 1 at {@code high} and above, linear between.
 *
 * @param ok     the differential from which a price counts as fair: what ends a warning
 * @param high   the differential from which a price is wholly fair; at most 0, so that the suggestion is wholly fair
 * @param unfair the differential at and below which a price is clearly unfair
 */
record Fairness(double ok, double high, double unfair) {

    /** 0 to 1; paying above the suggestion does not give more than 1. */
    double of(BigDecimal explained) {
        double share = (explained.doubleValue() - unfair) / (high - unfair);
        return Figures.shown(Math.max(0, Math.min(1, share)));
    }

    /** Whether a cycle of this fairness counts as fair. */
    boolean isFair(double fairness) {
        return fairness >= of(BigDecimal.valueOf(ok));
    }
}
