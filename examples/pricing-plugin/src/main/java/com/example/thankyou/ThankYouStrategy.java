package com.example.thankyou;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;
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
 * Says thank you to customers who stay: the schedule's price, less {@code perCycle} (1 %) for every cycle that was
 * priced before, down to {@code atMost} (20 %) less. The price is binding; nobody is judged.
 */
@Component
public final class ThankYouStrategy implements PricingStrategy {

    @Override
    public String name() {
        return "thank-you";
    }

    @Override
    public List<PolicyProblem> check(PolicyTerms policy) {
        Parameters read = new Parameters(policy.parameters());
        Discount discount = Discount.read(read);
        if (discount.perCycle().compareTo(discount.atMost()) > 0) {
            read.problem("perCycle", "one cycle cannot earn more than atMost, " + discount.atMost().toPlainString());
        }
        return read.problems();
    }

    @Override
    public Standing start(OfferingTerms offering, PolicyTerms policy) {
        Money credit = Discount.of(policy).credit(offering.currency());
        return new Standing(RelationshipState.FIXED, Tier.STANDARD, credit, Values.empty());
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        RateSchedule.Priced full = facts.offering().schedule().price(facts.usage(), facts.reference());
        BigDecimal share = Discount.of(facts.policy()).after(facts.cyclesPriced());
        Money thanks = full.amount().times(share);
        if (thanks.isZero()) {
            return new Suggestion(full.amount(), true, full.explanation());
        }
        List<Explanation.Line> lines = new ArrayList<>(full.explanation().lines());
        lines.add(new Explanation.Line("THANK_YOU", "thank you for " + facts.cyclesPriced() + " cycles: "
                + share.movePointRight(2).stripTrailingZeros().toPlainString() + " % less", thanks.amount().negate()));
        return new Suggestion(full.amount().minus(thanks), true, new Explanation(lines));
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return Assessment.unscored(Optional.empty(), "the price is set, so there is nothing to judge");
    }

    @Override
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        return Decision.keep(facts.standing(), "STAYED", "one more cycle counts towards the next thank-you");
    }
}
