package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding, so that what is printed, stored and compared with a threshold is one and the same number. */
final class Figures {

    /** Decimals of everything that is shown: differentials, fairness, reputation. */
    static final int SHOWN = 6;
    /** Decimals of the evidence that is carried from cycle to cycle. */
    static final int KEPT = 12;

    private Figures() {}

    static double shown(double value) {
        return decimal(value, SHOWN).doubleValue();
    }

    static double kept(double value) {
        return decimal(value, KEPT).doubleValue();
    }

    /** Half-even, without trailing zeros and without an exponent, so that it survives storage unchanged. */
    static BigDecimal decimal(double value, int digits) {
        return plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN));
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A share as a percentage, such as {@code -12.5 %}. */
    static String percent(double share) {
        return decimal(share * 100, 2).toPlainString() + " %";
    }
}
