package org.parley.itests.hostile;

import org.osgi.service.component.annotations.Component;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.Suggestion;

/** Its suggestions and assessments end in an error. */
@Component(service = PricingStrategy.class)
public final class ThrowingStrategy extends TameStrategy {

    @Override
    public String name() {
        return "hostile-throws";
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        throw new StackOverflowError("hostile");
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        throw new StackOverflowError("hostile");
    }
}
