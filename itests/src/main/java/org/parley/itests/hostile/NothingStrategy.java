package org.parley.itests.hostile;

import org.osgi.service.component.annotations.Component;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RelationshipFacts;

/** It decides nothing at all. */
@Component(service = PricingStrategy.class)
public final class NothingStrategy extends TameStrategy {

    @Override
    public String name() {
        return "hostile-nothing";
    }

    @Override
    @SuppressWarnings("NullAway")
    public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
        return null;
    }
}
