package org.parley.pricing.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.Values;

/**
 * How a relationship goes on.
 *
 * @param next         where it stands from now on
 * @param rule         the id of the rule that decided, such as {@code PREMIUM_GATE}
 * @param inputs       the figures and thresholds the rule looked at, by name
 * @param reputation   the mean fairness after this cycle, 0 to 1, if the strategy keeps one
 * @param messages     codes of the messages the customer should get
 * @param explanation  why, in lines; for a strategy that keeps a reputation they add up to its mean
 * @param appealWithin how long the customer may contest it
 */
public record Decision(Standing next, String rule, Values inputs, Optional<Double> reputation, List<String> messages,
        Explanation explanation, Optional<Duration> appealWithin) {

    public Decision {
        messages = List.copyOf(messages);
    }

    /** Nothing changes. */
    public static Decision keep(Standing standing, String rule, String why) {
        return new Decision(standing, rule, Values.empty(), Optional.empty(), List.of(),
                Explanation.of(Explanation.Line.note(rule, why)), Optional.empty());
    }
}
