package org.parley.itests;

import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.Tier;

import java.util.List;
import java.util.Optional;

/** A strategy that is registered by hand inside the container. */
final class PassingStrategy implements PricingStrategy {

    @Override
    public String name() {
        return "passing";
    }

    @Override
    public List<PolicyProblem> check(PolicyTerms policy) {
        return List.of();
    }

    @Override
    public Standing start(OfferingTerms offering, PolicyTerms policy) {
        return new Standing(RelationshipState.VOLUNTARY, Tier.STANDARD, offering.schedule().flat(), Values.empty());
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
        return new Suggestion(priced.amount(), false, priced.explanation());
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return Assessment.unscored(Optional.empty(), "never scored");
    }

    @Override
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        return Decision.keep(facts.standing(), "TAME", "nothing changes");
    }
}
