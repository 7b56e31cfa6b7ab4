package org.parley.pricing.api.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.UsageLine;

/** An offering at 4.00 per cycle and 0.50 per article, and the facts of its cycles. */
public final class SampleFacts {

    public static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private final PolicyTerms policy;
    private final OfferingTerms offering;

    /** Facts under a policy that uses this strategy with these parameters. */
    public SampleFacts(PricingStrategy strategy, Values parameters) {
        policy = new PolicyTerms(new PolicyId("sample"), 1, strategy.name(), parameters,
                new PolicyTerms.Fallback("fixed", Values.empty()), Duration.ofDays(7), Optional.of(Duration.ofDays(30)));
        offering = new OfferingTerms(new OfferingId("news"), 1, "News", EUR,
                new RateSchedule(eur("4.00"), Map.of("article", new BigDecimal("0.50"))), eur("0.30"),
                Optional.of(eur("9.00")));
    }

    public static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }

    public PolicyTerms policy() {
        return policy;
    }

    public OfferingTerms offering() {
        return offering;
    }

    /** A cycle in which so many articles were read, at the schedule's price. */
    public CycleFacts read(Standing standing, long cyclesPriced, long articles) {
        return cycle(standing, cyclesPriced, List.of(new UsageLine("article", BigDecimal.valueOf(articles))),
                Optional.empty());
    }

    /** A cycle with a reference price of its own. */
    public CycleFacts referenced(Standing standing, long cyclesPriced, Money reference) {
        return cycle(standing, cyclesPriced, List.of(), Optional.of(reference));
    }

    public RelationshipFacts relationship(Standing standing, long cyclesPriced) {
        return new RelationshipFacts(offering, policy, standing, cyclesPriced);
    }

    private CycleFacts cycle(Standing standing, long cyclesPriced, List<UsageLine> usage, Optional<Money> reference) {
        return new CycleFacts(new CycleId("cycle-" + cyclesPriced), offering, policy, standing, cyclesPriced, usage,
                reference, OPENED, OPENED.plus(Duration.ofDays(30)));
    }
}
