package org.parley.pricing.internal.strategy;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Case;
import org.parley.pricing.internal.Position;
import org.parley.pricing.internal.Verdict;

/** Asks one strategy all that a case needs, and checks each answer. Runs on the plugin's thread. */
record Evaluation(InstalledStrategy by, Case asked) {

    Verdict evaluate(Position given) {
        Position before = started(given);
        Suggestion suggestion = asked.suggestion().orElseGet(() -> suggest(before));
        Optional<PriceResponse> response = asked.response().or(() -> binding(suggestion));
        if (response.isEmpty()) {
            return new Verdict(before, before, suggestion, response, Optional.empty(), Optional.empty(), answered());
        }
        Assessment assessment = Answers.checked(strategy().assess(asked.cycleFacts(before), suggestion, response.get()));
        Decision decision = Answers.checked(
                strategy().decide(asked.relationshipFacts(before), response.get(), assessment), currency());
        Position after = before.afterPriced(decision.next(), false, Verdict.isPrice(response.get()));
        return new Verdict(before, after, suggestion, response, Optional.of(assessment), Optional.of(decision),
                answered());
    }

    /** A relationship that only the fallback has started is started by its own strategy at the first chance. */
    private Position started(Position given) {
        if (!given.provisional()) {
            return given;
        }
        Standing standing = Answers.checked(
                strategy().start(asked.terms().offering(), asked.terms().policy()), currency());
        return new Position(standing, given.cyclesPriced(), false);
    }

    private Suggestion suggest(Position before) {
        return Answers.checked(strategy().suggest(asked.cycleFacts(before)), currency());
    }

    private static Optional<PriceResponse> binding(Suggestion suggestion) {
        return suggestion.binding()
                ? Optional.of(new PriceResponse(PriceResponse.Kind.FIXED, suggestion.amount(), List.of(),
                        Optional.empty()))
                : Optional.empty();
    }

    private PricingStrategy strategy() {
        return by.strategy();
    }

    private Currency currency() {
        return asked.terms().offering().currency();
    }

    private Verdict.By answered() {
        return new Verdict.By(by.name(), Optional.of(by.bundle()), Optional.of(by.version().toString()),
                Optional.empty());
    }
}
