package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published tables of reputation: half-life 6, weight 1, constant fairness; mean and 5 % quantile. */
class ReputationTest {

    private static final Fading FADING = new Fading(6);
    private static final Fairness BANDS = new Fairness(-0.2, 0, -0.5);
    private static final Offset<Double> FOUR_DIGITS = within(0.00005);
    private static final int LIMIT = 2000;

    @ParameterizedTest
    @CsvSource({
        " 0.00, 3, .7865, .4435", " 0.00, 5, .8339, .5507", " 0.00, 6, .8481, .5847", " 0.00, 12, .8873, .6836", " 0.00, 2000, .9104, .7448",
        "-0.10, 3, .6719, .3082", "-0.10, 5, .7004, .3797", "-0.10, 6, .7089, .4029", "-0.10, 12, .7324, .4722", "-0.10, 2000, .7463, .5172",
        "-0.15, 3, .6146, .2518", "-0.15, 5, .6336, .3092", "-0.15, 6, .6392, .3282", "-0.15, 12, .6549, .3860", "-0.15, 2000, .6642, .4245",
        "-0.20, 3, .5573, .2015", "-0.20, 5, .5668, .2462", "-0.20, 6, .5696, .2612", "-0.20, 12, .5775, .3082", "-0.20, 2000, .5821, .3404",
        "-0.25, 3, .5000, .1566", "-0.25, 5, .5000, .1897", "-0.25, 6, .5000, .2012", "-0.25, 12, .5000, .2377", "-0.25, 2000, .5000, .2635",
        "-0.50, 3, .2135, .0138", "-0.50, 5, .1661, .0102", "-0.50, 6, .1519, .0091", "-0.50, 12, .1127, .0065", "-0.50, 2000, .0896, .0050"})
    void followsTheTableForConstantDifferentials(BigDecimal differential, int cycles, double mean, double low) {
        Reputation reputation = after(Reputation.NONE, BANDS.of(differential), cycles);
        assertThat(reputation.mean()).isEqualTo(mean, FOUR_DIGITS);
        assertThat(reputation.lowerBound()).isEqualTo(low, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"1, .781, .535", "2, .691, .431", "3, .614, .353", "4, .548, .292"})
    void followsTheTableForAVeteranWhoStopsPaying(int zeros, double mean, double low) {
        Reputation reputation = after(after(Reputation.NONE, 1, 12), 0, zeros);
        assertThat(reputation.mean()).isEqualTo(mean, within(0.0005));
        assertThat(reputation.lowerBound()).isEqualTo(low, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"3, .7937", "6, .8909", "12, .9439"})
    void halvesEvidenceWithinTheHalfLife(double halfLife, double perCycle) {
        assertThat(new Fading(halfLife).perCycle()).isEqualTo(perCycle, FOUR_DIGITS);
    }

    @Test
    void neverExceedsTheEvidenceLimit() {
        assertThat(FADING.evidenceLimit()).isEqualTo(9.17, within(0.005));
        assertThat(FADING.perfect().lowerBound()).isEqualTo(.7448, FOUR_DIGITS)
                .isGreaterThanOrEqualTo(after(Reputation.NONE, 1, LIMIT).lowerBound());
    }

    private static Reputation after(Reputation start, double fairness, int cycles) {
        Reputation reputation = start;
        for (int i = 0; i < cycles; i++) {
            reputation = reputation.faded(FADING.perCycle()).with(fairness, 1);
        }
        return reputation;
    }
}
