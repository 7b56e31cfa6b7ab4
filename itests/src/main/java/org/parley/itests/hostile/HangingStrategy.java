package org.parley.itests.hostile;

import org.osgi.service.component.annotations.Component;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.Suggestion;

import java.util.concurrent.locks.LockSupport;

/** Its assessments never end, and do not care for being interrupted. */
@Component(service = PricingStrategy.class)
public final class HangingStrategy extends TameStrategy {

    private static final long AN_HOUR_NANOS = 3_600_000_000_000L;

    @Override
    public String name() {
        return "hostile-hangs";
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        long end = System.nanoTime() + AN_HOUR_NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(this, end - System.nanoTime());
            Thread.interrupted();
        }
        return super.assess(facts, suggestion, response);
    }
}
