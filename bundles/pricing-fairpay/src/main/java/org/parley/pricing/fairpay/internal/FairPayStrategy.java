package org.parley.pricing.fairpay.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.Parameters;
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

/**
 * Customers set the price after use and say why; how fair they are decides what they are offered next. Inspired by
 * FairPay; the arithmetic is ours and is published in this bundle's README.
 */
@Component
public final class FairPayStrategy implements PricingStrategy {

    @Override
    public String name() {
        return "fairpay";
    }

    @Override
    public List<PolicyProblem> check(PolicyTerms policy) {
        Parameters read = new Parameters(policy.parameters());
        Consistency.check(FairPayParameters.read(read), read);
        return read.problems();
    }

    @Override
    public Standing start(OfferingTerms offering, PolicyTerms policy) {
        FairPayParameters parameters = FairPayParameters.of(policy.parameters());
        RelationshipState state = parameters.voluntary() ? RelationshipState.VOLUNTARY : RelationshipState.WARMUP;
        Tier tier = parameters.voluntary() ? Tier.PREMIUM : Tier.BASIC;
        return new Standing(state, tier, parameters.credit().of(state, tier, offering.currency()),
                History.NEW.values());
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
        if (facts.standing().state() != RelationshipState.SUSPENDED) {
            return new Suggestion(priced.amount(), false, priced.explanation());
        }
        return facts.offering().fixedPrice().map(FairPayStrategy::fixed)
                .orElseGet(() -> new Suggestion(priced.amount(), true, priced.explanation()));
    }

    private static Suggestion fixed(Money price) {
        return new Suggestion(price, true, Explanation.of(new Explanation.Line(
                "FIXED_PRICE", "the fixed price, while the freedom to set one is suspended", price.amount())));
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return new Assessor(FairPayParameters.of(facts.policy().parameters())).assess(suggestion, response);
    }

    @Override
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        return new Decider(FairPayParameters.of(facts.policy().parameters()), facts).decide(response, assessment);
    }
}
