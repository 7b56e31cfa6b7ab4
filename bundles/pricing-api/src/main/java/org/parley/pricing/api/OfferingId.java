package org.parley.pricing.api;

import org.parley.common.Ids;

/** What a seller offers, under the seller's own id. */
public record OfferingId(String value) {

    public OfferingId {
        Ids.check("offering", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
