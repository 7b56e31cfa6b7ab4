package org.parley.pricing.fairpay.internal;

import java.util.Map;
import org.parley.common.Values;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.testing.PricingStrategyContract;

class FairPayContractTest extends PricingStrategyContract {

    @Override
    protected PricingStrategy strategy() {
        return new FairPayStrategy();
    }

    @Override
    protected Values parameters() {
        return Values.of(Map.of("warmUpCycles", 3, "halfLife", 6, "bandUnfair", -0.5, "mode", "gated",
                "reasons", Map.of("OUTAGE", 0.5, "BUG", 0.3), "referenceAmount", 5, "credit0", 20, "appealDays", 7));
    }
}
