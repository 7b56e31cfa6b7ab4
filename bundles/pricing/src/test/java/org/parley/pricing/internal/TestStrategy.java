package org.parley.pricing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.Tier;

/** A small strategy that counts the cycles it decided, and can be told to misbehave. */
public class TestStrategy implements PricingStrategy {

    public enum Mood { WELL, THROWS, HANGS, NULLS, WRONG_CURRENCY, NOT_A_NUMBER }

    private final String name;
    private final boolean binding;
    volatile Mood mood = Mood.WELL;

    public TestStrategy(String name, boolean binding) {
        this.name = name;
        this.binding = binding;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<PolicyProblem> check(PolicyTerms policy) {
        return policy.parameters().has("impossible")
                ? List.of(new PolicyProblem("impossible", "nobody can meet it")) : List.of();
    }

    @Override
    public Standing start(OfferingTerms offering, PolicyTerms policy) {
        return standing(offering, 0);
    }

    static Standing standing(OfferingTerms offering, long decided) {
        return new Standing(decided >= 3 ? RelationshipState.ACTIVE : RelationshipState.WARMUP, Tier.BASIC,
                Money.rounded(new BigDecimal("10"), offering.currency()), Values.of(Map.of("decided", decided)));
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        misbehave();
        if (mood == Mood.NULLS) {
            return null;
        }
        if (mood == Mood.WRONG_CURRENCY) {
            return new Suggestion(Money.ofMinor(0, "JPY"), false, Explanation.of());
        }
        var priced = facts.offering().schedule().price(facts.usage(), facts.reference());
        return new Suggestion(priced.amount(), binding, priced.explanation());
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        misbehave();
        if (response.kind() == PriceResponse.Kind.SILENT || suggestion.amount().isZero()) {
            return Assessment.unscored(Optional.empty(), "silent or nothing suggested");
        }
        BigDecimal differential = response.amount().amount().subtract(suggestion.amount().amount())
                .divide(suggestion.amount().amount(), 6, RoundingMode.HALF_EVEN);
        double fairness = Math.max(0, Math.min(1, 1 + differential.doubleValue()));
        return new Assessment(Optional.of(differential), Optional.of(differential), Optional.of(fairness), 1, List.of(),
                Explanation.of(new Explanation.Line("DIFFERENTIAL", "as paid", differential)));
    }

    @Override
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        if (mood == Mood.NULLS) {
            return null;
        }
        if (mood == Mood.WRONG_CURRENCY) {
            return Decision.keep(new Standing(RelationshipState.ACTIVE, Tier.PREMIUM, Money.ofMinor(1, "JPY"),
                    Values.empty()), "WRONG", "in a currency nobody uses here");
        }
        long decided = facts.standing().strategyState().whole("decided").orElse(0L) + 1;
        return new Decision(standing(facts.offering(), decided), response.kind().name(), Values.empty(),
                mood == Mood.NOT_A_NUMBER ? Optional.of(Double.NaN) : assessment.fairness(), List.of(),
                Explanation.of(), Optional.of(Duration.ofDays(14)));
    }

    private void misbehave() {
        switch (mood) {
            case THROWS -> throw new StackOverflowError("a broken plugin");
            case HANGS -> hang();
            default -> { }
        }
    }

    private void hang() {
        try {
            while (mood == Mood.HANGS) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            while (mood == Mood.HANGS) {
                LockSupport.parkNanos(5_000_000);
                Thread.interrupted();
            }
        }
    }
}
