package org.parley.pricing.fairpay.internal;

import java.util.List;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Tier;

/** One decision: chooses what kind of cycle it was, counts it, and asks the decision table where that leads. */
final class Decider {

    private final FairPayParameters parameters;
    private final Standing standing;
    private final History history;

    Decider(FairPayParameters parameters, RelationshipFacts facts) {
        this.parameters = parameters;
        this.standing = facts.standing();
        this.history = History.of(facts.standing().strategyState());
    }

    Decision decide(PriceResponse response, Assessment assessment) {
        if (response.kind() == PriceResponse.Kind.SILENT) {
            return unchanged(history.withSilent(history.silent() + 1), "SILENT",
                    "no answer came; that changes nothing", List.of("NO_ANSWER"));
        }
        if (response.kind() == PriceResponse.Kind.MAKE_GOOD) {
            return makeGood(assessment);
        }
        if (standing.state() == RelationshipState.SUSPENDED) {
            return served();
        }
        if (assessment.fairness().isEmpty() || !takesPart()) {
            return unchanged(history, "NOT_SCORED", "this cycle says nothing about fairness", List.of());
        }
        return scored(response, assessment.fairness().get(), assessment.weight());
    }

    private boolean takesPart() {
        return switch (standing.state()) {
            case WARMUP, ACTIVE, WARNED, RETRIAL, VOLUNTARY -> true;
            default -> false;
        };
    }

    private Decision scored(PriceResponse response, double fairness, double weight) {
        History counted = history.scored(fairness, weight, parameters.fading());
        Situation now = Situation.of(parameters, standing.state(), standing.tier(), counted, fairness, weight);
        Rule rule = rule(now);
        History remembered = rule.outcome() == Outcome.WARN ? counted.withBreach() : counted;
        Standing next = standing(rule.outcome().state(standing.state()), rule.outcome().tier(standing.tier()),
                rule.outcome() == Outcome.SUSPEND ? remembered.withServed(0) : remembered);
        return decision(next, rule.id(), now.figures(), counted, Messages.after(standing, next, now, response),
                ReputationText.of(history, now, rule));
    }

    private static Rule rule(Situation now) {
        return now.state() == RelationshipState.VOLUNTARY
                ? new Rule("VOLUNTARY", any -> true, Outcome.STAY, "payment is voluntary; nothing is gated")
                : DecisionTable.decide(now);
    }

    private Decision served() {
        int served = history.served() + 1;
        if (served >= parameters.suspensionCycles()) {
            History retrial = history.onRetrial();
            return kept(standing(RelationshipState.RETRIAL, Tier.BASIC, retrial), "TIME_SERVED", retrial,
                    "the suspension is over; a probation of " + parameters.retrial() + " cycles begins",
                    List.of("RETRIAL"));
        }
        History waiting = history.withServed(served);
        return kept(standing(RelationshipState.SUSPENDED, standing.tier(), waiting), "SUSPENSION_RUNS", waiting,
                served + " of " + parameters.suspensionCycles() + " cycles at the fixed price are over", List.of());
    }

    /** Raises the evidence; a make-good that is fair and meets the gate lifts a warning. Nothing ever gets worse. */
    private Decision makeGood(Assessment assessment) {
        double weight = assessment.fairness().isEmpty() ? 0 : assessment.weight();
        History mended = history.mended(weight);
        double fairness = assessment.fairness().orElse(0.0);
        Situation now = Situation.of(parameters, standing.state(), standing.tier(), mended, fairness, weight);
        boolean lifted = standing.state() == RelationshipState.WARNED && weight > 0 && now.fairCycle()
                && now.standard();
        Standing next = lifted
                ? standing(RelationshipState.ACTIVE, now.premium() ? Tier.PREMIUM : Tier.STANDARD, mended.withoutStreak())
                : remember(mended);
        String rule = lifted ? "MAKE_GOOD_LIFTS_WARNING" : "MAKE_GOOD";
        return decision(next, rule, now.figures(), mended, List.of(lifted ? "WARNING_LIFTED" : "THANKS"),
                ReputationText.mended(history, mended, rule, "thank you for raising the price"));
    }

    private Decision unchanged(History remembered, String rule, String why, List<String> messages) {
        return kept(remember(remembered), rule, remembered, why, messages);
    }

    private Decision kept(Standing next, String rule, History remembered, String why, List<String> messages) {
        Values figures = Values.empty().with("state", standing.state().name()).with("cycles", remembered.cycles())
                .with("served", remembered.served()).with("suspensionCycles", parameters.suspensionCycles())
                .with("silent", remembered.silent());
        return decision(next, rule, figures, remembered, messages, ReputationText.unchanged(remembered, rule, why));
    }

    private Decision decision(Standing next, String rule, Values figures, History after, List<String> messages,
            Explanation explanation) {
        return new Decision(next, rule, figures, Optional.of(after.reputation().mean()), messages, explanation,
                parameters.appealWithin());
    }

    private Standing remember(History remembered) {
        return new Standing(standing.state(), standing.tier(), standing.credit(), remembered.values());
    }

    private Standing standing(RelationshipState state, Tier tier, History remembered) {
        return new Standing(state, tier, state == RelationshipState.VOLUNTARY ? standing.credit()
                : parameters.credit().of(state, tier, standing.credit().currency()), remembered.values());
    }
}
