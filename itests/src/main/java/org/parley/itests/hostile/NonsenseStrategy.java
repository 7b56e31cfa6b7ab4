package org.parley.itests.hostile;

import org.osgi.service.component.annotations.Component;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;

import java.math.BigDecimal;
import java.util.Currency;

/** It suggests prices and gives credit in a currency that the offering does not have. */
@Component(service = PricingStrategy.class)
public final class NonsenseStrategy extends TameStrategy {

    @Override
    public String name() {
        return "hostile-nonsense";
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        BigDecimal amount = new BigDecimal("1000000");
        return new Suggestion(Money.of(amount, Currency.getInstance("JPY")), true,
                Explanation.of(new Explanation.Line("NONSENSE", "because", amount)));
    }

    @Override
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        Standing standing = facts.standing();
        return Decision.keep(new Standing(standing.state(), standing.tier(),
                Money.of(BigDecimal.TEN, Currency.getInstance("JPY")), standing.strategyState()), "NONSENSE", "because");
    }
}
