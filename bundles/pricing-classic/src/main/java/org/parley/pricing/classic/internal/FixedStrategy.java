package org.parley.pricing.classic.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Suggestion;

/** Every cycle costs the offering's fixed price, whatever was used; the schedule's price if the offering has none. */
@Component(service = PricingStrategy.class)
public final class FixedStrategy extends ClassicStrategy {

    public FixedStrategy() {
        super("fixed", RelationshipState.FIXED);
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        return facts.offering().fixedPrice().map(FixedStrategy::fixed).orElseGet(() -> {
            RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
            return new Suggestion(priced.amount(), true, priced.explanation());
        });
    }

    private static Suggestion fixed(Money price) {
        return new Suggestion(price, true, Explanation.of(
                new Explanation.Line("FIXED_PRICE", "fixed price per cycle", price.amount())));
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return Assessment.unscored(Optional.empty(), "the price is fixed");
    }
}
