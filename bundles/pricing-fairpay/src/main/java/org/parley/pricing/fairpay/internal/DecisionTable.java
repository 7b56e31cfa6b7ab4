package org.parley.pricing.fairpay.internal;

import static org.parley.pricing.fairpay.internal.Outcome.BASIC;
import static org.parley.pricing.fairpay.internal.Outcome.PREMIUM;
import static org.parley.pricing.fairpay.internal.Outcome.STANDARD;
import static org.parley.pricing.fairpay.internal.Outcome.STAY;
import static org.parley.pricing.fairpay.internal.Outcome.SUSPEND;
import static org.parley.pricing.fairpay.internal.Outcome.WARN;

import java.util.List;

/**
 * The rules for a scored cycle. Where the relationship stands chooses the list; the first rule that applies decides, and
 * the last one of each list always does.
 */
final class DecisionTable {

    private static final Rule PREMIUM_GATE = new Rule("PREMIUM_GATE", Situation::premium, PREMIUM,
            "the reputation meets the premium gate");
    private static final Rule STANDARD_GATE = new Rule("STANDARD_GATE", Situation::standard, STANDARD,
            "the reputation meets the standard gate");

    /** Small risks only, until enough cycles are priced; two clearly unfair ones end it at once. */
    static final List<Rule> PROBATION = List.of(
            new Rule("UNFAIR_ON_PROBATION", Situation::unfairTooOften, SUSPEND,
                    "too many clearly unfair prices without a reason that counts during probation"),
            new Rule("PROBATION", Situation::probationRuns, STAY, "probation is not over yet"),
            new Rule("THIN_EVIDENCE", Situation::thin, STAY,
                    "good enough on average, but the evidence is still thin: probation goes on"),
            PREMIUM_GATE, STANDARD_GATE,
            new Rule("GATE_MISSED", Situation::forgivable, WARN, "the reputation is below the standard gate"),
            new Rule("REPEATED_BREACH", any -> true, SUSPEND, "the reputation fell far below the standard gate again"));

    /** The gates choose the tier; the streak rule comes first, because reputation forgets slowly. */
    static final List<Rule> GOOD_STANDING = List.of(
            new Rule("STREAK", Situation::streakReached, WARN,
                    "too many clearly unfair prices in a row without a reason that counts"),
            PREMIUM_GATE, STANDARD_GATE,
            new Rule("GATE_MISSED", Situation::forgivable, WARN, "the reputation is below the standard gate"),
            new Rule("REPEATED_BREACH", any -> true, SUSPEND, "the reputation fell far below the standard gate again"));

    /** One grace cycle at a time: each must meet a gate or be fair itself. */
    static final List<Rule> GRACE = List.of(
            new Rule("STREAK_CONTINUED", Situation::streakReached, SUSPEND,
                    "another clearly unfair price after the warning"),
            PREMIUM_GATE, STANDARD_GATE,
            new Rule("FAIR_AFTER_WARNING", Situation::fairCycle, BASIC,
                    "this price was fair; the reputation is on its way back to the standard gate"),
            new Rule("REPEATED_MISS", any -> true, SUSPEND, "the cycle after the warning was not fair either"));

    private DecisionTable() {}

    static Rule decide(Situation situation) {
        return rules(situation).stream().filter(rule -> rule.applies().test(situation)).findFirst().orElseThrow();
    }

    private static List<Rule> rules(Situation situation) {
        if (situation.onProbation()) {
            return PROBATION;
        }
        return situation.onGrace() ? GRACE : GOOD_STANDING;
    }
}
