package org.parley.pricing.fairpay.internal;

import org.parley.common.Values;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.testing.PricingStrategyContract;

class VoluntaryContractTest extends PricingStrategyContract {

    @Override
    protected PricingStrategy strategy() {
        return new FairPayStrategy();
    }

    @Override
    protected Values parameters() {
        return Values.empty().with("mode", "voluntary");
    }
}
