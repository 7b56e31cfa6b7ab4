package org.parley.pricing.classic.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Suggestion;

/** Every cycle costs what the schedule says for what was used. */
@Component(service = PricingStrategy.class)
public final class RateCardStrategy extends ClassicStrategy {

    public RateCardStrategy() {
        super("rate-card", RelationshipState.FIXED);
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
        return new Suggestion(priced.amount(), true, priced.explanation());
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return Assessment.unscored(Optional.empty(), "the price follows the rate card");
    }
}
