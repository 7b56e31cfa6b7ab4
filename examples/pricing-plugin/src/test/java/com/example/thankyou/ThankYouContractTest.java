package com.example.thankyou;

import java.util.Map;
import org.parley.common.Values;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.testing.PricingStrategyContract;

class ThankYouContractTest extends PricingStrategyContract {

    @Override
    protected PricingStrategy strategy() {
        return new ThankYouStrategy();
    }

    @Override
    protected Values parameters() {
        return Values.of(Map.of("perCycle", 0.02, "atMost", 0.3, "credit", 50));
    }
}
