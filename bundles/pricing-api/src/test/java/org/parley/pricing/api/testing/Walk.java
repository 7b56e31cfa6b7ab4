package org.parley.pricing.api.testing;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;

/**
 * One relationship's way through its cycles, the way the engine goes it: suggest, answer, assess, decide. Each cycle's
 * standing is the one that the decision before it gave.
 */
public final class Walk {

    /** All that happened in one cycle. */
    public record Step(CycleFacts facts, Suggestion suggestion, PriceResponse response, Assessment assessment,
            Decision decision) {}

    private final PricingStrategy strategy;
    private final SampleFacts samples;
    private final List<Step> steps = new ArrayList<>();
    private Standing standing;
    private long priced;

    public Walk(PricingStrategy strategy, SampleFacts samples) {
        this.strategy = strategy;
        this.samples = samples;
        standing = strategy.start(samples.offering(), samples.policy());
    }

    public Standing standing() {
        return standing;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public Decision last() {
        return steps.get(steps.size() - 1).decision();
    }

    /** A cycle of ten articles, paid at this percentage of the suggestion; a binding suggestion is paid as it is. */
    public Decision pay(int percent, ReasonClaim... reasons) {
        CycleFacts facts = samples.read(standing, priced, 10);
        Suggestion suggestion = strategy.suggest(facts);
        Money amount = new Money(suggestion.amount().minor() * percent / 100, suggestion.amount().currency());
        PriceResponse response = PriceResponse.price(amount, reasons);
        return answer(facts, suggestion, suggestion.binding() ? Answers.fixed(suggestion.amount()) : response);
    }

    /** The same for several cycles; the last decision. */
    public Decision pay(int percent, int cycles) {
        for (int i = 1; i < cycles; i++) {
            pay(percent);
        }
        return pay(percent);
    }

    /** A cycle of ten articles that is not answered. */
    public Decision silent() {
        CycleFacts facts = samples.read(standing, priced, 10);
        return answer(facts, strategy.suggest(facts), PriceResponse.silent(Money.zero(SampleFacts.EUR)));
    }

    /** A cycle that goes as given. */
    public Decision answer(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        Assessment assessment = strategy.assess(facts, suggestion, response);
        Decision decision = strategy.decide(samples.relationship(standing, priced), response, assessment);
        steps.add(new Step(facts, suggestion, response, assessment, decision));
        standing = decision.next();
        if (response.kind() == PriceResponse.Kind.PRICE || response.kind() == PriceResponse.Kind.FIXED) {
            priced++;
        }
        return decision;
    }
}
