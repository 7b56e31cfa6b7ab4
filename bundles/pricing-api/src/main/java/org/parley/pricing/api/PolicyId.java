package org.parley.pricing.api;

import org.parley.common.Ids;

/** A seller's published pricing rules, under the seller's own id. */
public record PolicyId(String value) {

    public PolicyId {
        Ids.check("policy", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
