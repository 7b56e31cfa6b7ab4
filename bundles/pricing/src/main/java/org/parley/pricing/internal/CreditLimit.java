package org.parley.pricing.internal;

import java.util.List;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.UsageLine;

/** How much may be used before it is priced. The engine's own invariant: no strategy is asked. */
public final class CreditLimit {

    private CreditLimit() {}

    /** Whether the schedule's price of what was used has come up to the credit; nothing used never reaches it. */
    public static boolean reached(OfferingTerms offering, List<UsageLine> usage, Optional<Money> reference, Money credit) {
        if (usage.isEmpty()) {
            return false;
        }
        Money unpriced = offering.schedule().price(usage, reference).amount();
        return unpriced.minor() > 0 && unpriced.compareTo(credit) >= 0;
    }
}
