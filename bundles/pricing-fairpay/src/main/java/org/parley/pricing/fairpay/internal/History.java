package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.common.Values;

/**
 * What the strategy remembers of a relationship between two decisions.
 *
 * @param reputation the evidence so far
 * @param cycles     scored cycles in all
 * @param probation  scored cycles since the present probation began
 * @param unfair     clearly unfair cycles since the present probation began
 * @param streak     clearly unfair cycles in a row, up to now
 * @param breached   whether a gate was missed since the last probation began
 * @param served     fixed-price cycles since the suspension began
 * @param silent     cycles that were not answered; they change nothing else
 */
record History(Reputation reputation, int cycles, int probation, int unfair, int streak, boolean breached, int served,
        int silent) {

    static final History NEW = new History(Reputation.NONE, 0, 0, 0, 0, false, 0, 0);

    /** Reads what {@link #values()} wrote; whatever is missing counts as nothing. */
    static History of(Values state) {
        if (!state.has("cycles")) {
            return NEW.withSilent(count(state, "silent"));
        }
        return new History(new Reputation(state.number("fair", 0), state.number("unfair", 0)), count(state, "cycles"),
                count(state, "probation"), count(state, "unfairCycles"), count(state, "streak"),
                state.flag("breached").orElse(false), count(state, "served"), count(state, "silent"));
    }

    Values values() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("fair", Figures.decimal(reputation.fair(), Figures.KEPT));
        state.put("unfair", Figures.decimal(reputation.unfair(), Figures.KEPT));
        state.put("cycles", BigDecimal.valueOf(cycles));
        state.put("probation", BigDecimal.valueOf(probation));
        state.put("unfairCycles", BigDecimal.valueOf(unfair));
        state.put("streak", BigDecimal.valueOf(streak));
        state.put("breached", breached);
        state.put("served", BigDecimal.valueOf(served));
        state.put("silent", BigDecimal.valueOf(silent));
        return Values.of(state);
    }

    /** With one more scored cycle. */
    History scored(double fairness, double weight, Fading fading) {
        boolean clearlyUnfair = fairness == 0;
        return new History(reputation.faded(fading.perCycle()).with(fairness, weight), cycles + 1, probation + 1,
                clearlyUnfair ? unfair + 1 : unfair, clearlyUnfair ? streak + 1 : 0, breached, served, silent);
    }

    /** With a price that was raised afterwards. */
    History mended(double weight) {
        return new History(reputation.mended(weight), cycles, probation, unfair, streak, breached, served, silent);
    }

    History withBreach() {
        return new History(reputation, cycles, probation, unfair, streak, true, served, silent);
    }

    History withoutStreak() {
        return new History(reputation, cycles, probation, unfair, 0, breached, served, silent);
    }

    History withServed(int fixedCycles) {
        return new History(reputation, cycles, probation, unfair, streak, breached, fixedCycles, silent);
    }

    History withSilent(int unanswered) {
        return new History(reputation, cycles, probation, unfair, streak, breached, served, unanswered);
    }

    /** A new probation: all counts start again, the reputation stays. */
    History onRetrial() {
        return new History(reputation, cycles, 0, 0, 0, false, 0, silent);
    }

    private static int count(Values state, String key) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1, state.number(key, 0)));
    }
}
