package org.parley.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What a customer answers when asked for a price. A hurdle at zero, then a lognormal price that the suggestion pulls on,
 * heaped at round amounts, as voluntary payments are (World of Goo: spikes at $1, 2, 5 and 10). Amounts are in major
 * units.
 */
final class PriceModel {

    private static final double HEAPED = 0.7;
    /** Der Wiener Deewan: the mean fell by some 9 % in two years (Riener and Traxler 2012). */
    private static final double DRIFT_PER_MONTH = Math.log(0.91) / 24;
    /** Where nothing is gated more people pay nothing, and the strategic have no cause to pay. */
    private static final double UNGATED_ZERO = 1.6;
    private static final double STRATEGIC_UNGATED_ZERO = 0.6;
    private static final double REASON_BELOW = 0.75;
    private static final double REASON_OTHERWISE = 0.12;
    private static final Set<String> CAREFUL = Set.of("WARMUP", "RETRIAL", "WARNED");

    private PriceModel() {}

    /**
     * An answer.
     *
     * @param amount  in major units
     * @param reasons at most one code
     */
    record Response(BigDecimal amount, List<String> reasons) {}

    /**
     * The answer, or none if the customer stays silent.
     *
     * @param state the relationship's, such as {@code WARMUP}
     * @param gated whether the price decides about the next offer
     */
    static Optional<Response> answer(AgentKind kind, BigDecimal suggested, String state, boolean gated, int month,
            Random chance) {
        AgentKind.Habit habit = kind.habit();
        if (chance.nextDouble() < habit.silent()) {
            return Optional.empty();
        }
        BigDecimal price = price(kind, suggested, state, gated, month, chance);
        double asked = price.compareTo(suggested) < 0 ? REASON_BELOW : REASON_OTHERWISE;
        boolean says = chance.nextDouble() < asked && (price.compareTo(suggested) < 0 || kind == AgentKind.RECIPROCATOR);
        List<String> reasons = says ? List.of(kind.reasons().get(chance.nextInt(kind.reasons().size()))) : List.of();
        return Optional.of(new Response(price, reasons));
    }

    private static BigDecimal price(AgentKind kind, BigDecimal suggested, String state, boolean gated, int month,
            Random chance) {
        AgentKind.Habit habit = kind.habit();
        if (kind == AgentKind.STRATEGIC && gated && CAREFUL.contains(state)) {
            return suggested;
        }
        if (chance.nextDouble() < zero(kind, gated)) {
            return BigDecimal.ZERO.setScale(2);
        }
        if (chance.nextDouble() < habit.exact()) {
            return suggested;
        }
        double log = habit.bias() + habit.spread() * chance.nextGaussian() + DRIFT_PER_MONTH * month;
        return heaped(suggested.doubleValue() * Math.exp(log), chance);
    }

    private static double zero(AgentKind kind, boolean gated) {
        if (gated) {
            return kind.habit().zero();
        }
        return kind == AgentKind.STRATEGIC ? STRATEGIC_UNGATED_ZERO : Math.min(0.95, kind.habit().zero() * UNGATED_ZERO);
    }

    private static BigDecimal heaped(double amount, Random chance) {
        double step = chance.nextDouble() >= HEAPED ? 0.01 : amount < 5 ? 0.50 : amount < 20 ? 1 : 5;
        return BigDecimal.valueOf(Math.max(1, Math.round(amount / step)) * step).setScale(2, RoundingMode.HALF_EVEN);
    }
}
