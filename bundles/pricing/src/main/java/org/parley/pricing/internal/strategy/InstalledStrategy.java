package org.parley.pricing.internal.strategy;

import java.util.Comparator;
import org.osgi.framework.Version;
import org.parley.pricing.api.PricingStrategy;

/** A strategy service with the bundle it comes from. */
public record InstalledStrategy(String name, PricingStrategy strategy, String bundle, Version version, int ranking,
        long serviceId, Circuit circuit) {

    /** Of two with the same name the one with the higher ranking answers, then the newer, then the older service. */
    static final Comparator<InstalledStrategy> BEST_FIRST = Comparator.comparingInt(InstalledStrategy::ranking)
            .thenComparing(InstalledStrategy::version)
            .reversed()
            .thenComparingLong(InstalledStrategy::serviceId);
}
