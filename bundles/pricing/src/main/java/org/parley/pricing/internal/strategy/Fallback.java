package org.parley.pricing.internal.strategy;

import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Case;
import org.parley.pricing.internal.Position;
import org.parley.pricing.internal.Verdict;

/** The verdict when the named strategy has none: the policy's fallback answers, and the standing stays as it was. */
record Fallback(StrategyRegistry.Snapshot strategies, StrategyGuard guard) {

    Verdict verdict(Case asked, Position before, String why) {
        String name = asked.terms().policy().fallback().strategy();
        Optional<InstalledStrategy> installed = strategies.named(name);
        if (installed.isEmpty()) {
            return unassessed(asked, before, why + "; the fallback " + name + " is not installed");
        }
        Evaluation evaluation = new Evaluation(installed.get(), asked.asFallback());
        Outcome<Verdict> outcome = guard.call(installed.get(), () -> evaluation.evaluate(before));
        if (outcome instanceof Outcome.Answered<Verdict> answered) {
            return keepingStanding(answered.value(), before, why);
        }
        String also = outcome instanceof Outcome.Failed<Verdict> failed ? failed.why() : "";
        return unassessed(asked, before, why + "; as the fallback, " + also);
    }

    /** How far a relationship is after a case that only the fallback, or nobody, answered. */
    static Position after(Case asked, Position before) {
        return before.afterPriced(before.standing(), before.provisional(),
                asked.response().filter(Verdict::isPrice).isPresent());
    }

    private static Verdict keepingStanding(Verdict answer, Position before, String why) {
        // A relationship that nobody has started yet takes the fallback's start for the time being.
        Position kept = new Position(before.provisional() ? answer.before().standing() : before.standing(),
                before.cyclesPriced(), before.provisional());
        Position after = kept.afterPriced(kept.standing(), kept.provisional(),
                answer.response().filter(Verdict::isPrice).isPresent());
        Optional<Decision> decision = answer.decision().map(made -> new Decision(kept.standing(), made.rule(),
                made.inputs(), Optional.empty(), made.messages(), made.explanation(), made.appealWithin()));
        Verdict.By by = new Verdict.By(answer.by().strategy(), answer.by().bundle(), answer.by().version(),
                Optional.of(why));
        return new Verdict(kept, after, answer.suggestion(), answer.response(), answer.assessment(), decision, by);
    }

    private static Verdict unassessed(Case asked, Position before, String why) {
        Suggestion nothing = new Suggestion(Money.zero(asked.terms().offering().currency()), false,
                Explanation.of(Explanation.Line.note("NO_SUGGESTION", "nothing can be suggested at the moment")));
        Optional<PriceResponse> response = asked.response();
        return new Verdict(before, after(asked, before), asked.suggestion().orElse(nothing), response, Optional.empty(),
                Optional.empty(), new Verdict.By(asked.terms().policy().strategy(), Optional.empty(), Optional.empty(),
                        Optional.of(why)));
    }
}
