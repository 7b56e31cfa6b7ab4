package org.parley.pricing.internal.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Origin;

/**
 * One payment that was made elsewhere.
 *
 * @param customer    empty for an anonymous payment
 * @param suggested   the reference price as of that moment; empty if there was none
 * @param fingerprint of the content; the same identity with another is a conflict
 */
record ImportLine(Origin origin, Optional<CustomerId> customer, OfferingId offering, PolicyId policy,
        Optional<String> item, Instant time, PriceResponse response, Optional<Money> suggested, List<UsageLine> usage,
        byte[] fingerprint) {

    ImportLine with(byte[] newFingerprint) {
        return new ImportLine(origin, customer, offering, policy, item, time, response, suggested, usage, newFingerprint);
    }
}
