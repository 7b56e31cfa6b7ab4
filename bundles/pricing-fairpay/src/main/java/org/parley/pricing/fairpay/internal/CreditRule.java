package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.util.Currency;
import org.parley.common.Money;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Tier;

/**
 * How much unpriced value a customer may have outstanding: {@code min(max, initial * growth^level)}, where the level is
 * 0 for basic, 1 for standard and 2 for premium; half of it while warned.
 *
 * @param initial in the currency's major unit; not negative
 * @param growth  per tier; at least 1
 * @param max     in the currency's major unit; at least {@code initial}
 */
record CreditRule(BigDecimal initial, BigDecimal growth, BigDecimal max) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    Money of(RelationshipState state, Tier tier, Currency currency) {
        BigDecimal credit = initial.multiply(growth.pow(level(tier))).min(max);
        return Money.rounded(state == RelationshipState.WARNED ? credit.multiply(HALF) : credit, currency);
    }

    private static int level(Tier tier) {
        return switch (tier) {
            case NONE, BASIC -> 0;
            case STANDARD -> 1;
            case PREMIUM -> 2;
        };
    }
}
