package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.common.Values;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Tier;

/**
 * What a decision rule looks at, after the cycle was counted.
 *
 * @param parameters the policy's
 * @param state      before the decision
 * @param tier       before the decision
 * @param history    with the cycle
 * @param fairness   of the cycle
 * @param weight     of the cycle
 * @param mean       reputation
 * @param low        its lower bound
 */
record Situation(FairPayParameters parameters, RelationshipState state, Tier tier, History history, double fairness,
        double weight, double mean, double low) {

    static Situation of(FairPayParameters parameters, RelationshipState state, Tier tier, History history,
            double fairness, double weight) {
        return new Situation(parameters, state, tier, history, fairness, weight, history.reputation().mean(),
                history.reputation().lowerBound());
    }

    boolean onProbation() {
        return state == RelationshipState.WARMUP || state == RelationshipState.RETRIAL;
    }

    /** A gate was missed, and was not met again since: warned, or on the basic tier after a warning. */
    boolean onGrace() {
        return state == RelationshipState.WARNED || state == RelationshipState.ACTIVE && tier == Tier.BASIC;
    }

    int probationLength() {
        return state == RelationshipState.RETRIAL ? parameters.retrial() : parameters.warmUp();
    }

    boolean probationRuns() {
        return history.probation() < probationLength();
    }

    boolean unfairTooOften() {
        return history.unfair() >= parameters.streak();
    }

    boolean streakReached() {
        return history.streak() >= parameters.streak();
    }

    boolean thin() {
        return history.probation() < 3 * probationLength() && parameters.gates().thin(mean, low);
    }

    boolean premium() {
        return parameters.gates().premium(mean, low);
    }

    boolean standard() {
        return parameters.gates().standard(mean, low);
    }

    boolean fairCycle() {
        return parameters.fairness().isFair(fairness);
    }

    boolean forgivable() {
        return mean >= parameters.gates().warnedFrom() || !history.breached();
    }

    /** Every figure and threshold, by name, for the decision's record. */
    Values figures() {
        Gates gates = parameters.gates();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("state", state.name());
        figures.put("tier", tier.name());
        figures.put("cycles", BigDecimal.valueOf(history.cycles()));
        figures.put("probationCycles", BigDecimal.valueOf(history.probation()));
        figures.put("probationLength", BigDecimal.valueOf(probationLength()));
        put(figures, "fairness", fairness);
        put(figures, "fairFrom", parameters.fairness().of(BigDecimal.valueOf(parameters.fairness().ok())));
        put(figures, "weight", weight);
        put(figures, "fairEvidence", history.reputation().fair());
        put(figures, "unfairEvidence", history.reputation().unfair());
        put(figures, "mean", mean);
        put(figures, "lowerBound", low);
        put(figures, "gateMean", gates.mean());
        put(figures, "gateLow", gates.low());
        put(figures, "premiumMean", gates.premiumMean());
        put(figures, "premiumLow", gates.premiumLow());
        put(figures, "warnedFrom", gates.warnedFrom());
        figures.put("unfairCycles", BigDecimal.valueOf(history.unfair()));
        figures.put("streak", BigDecimal.valueOf(history.streak()));
        figures.put("streakLimit", BigDecimal.valueOf(parameters.streak()));
        figures.put("breached", history.breached());
        return Values.of(figures);
    }

    private static void put(Map<String, Object> figures, String name, double value) {
        figures.put(name, Figures.decimal(value, Figures.SHOWN));
    }
}
