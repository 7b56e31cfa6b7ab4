package org.parley.pricing.classic.internal;

import java.util.Map;
import org.parley.common.Values;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.testing.PricingStrategyContract;

class RateCardContractTest extends PricingStrategyContract {

    @Override
    protected PricingStrategy strategy() {
        return new RateCardStrategy();
    }

    @Override
    protected Values parameters() {
        return Values.of(Map.of("tier", "BASIC", "credit", 25));
    }
}
