package org.parley.pricing.internal;

import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;

/** Which versions a cycle runs under: those that were the newest when it opened. */
public record TermsKey(OfferingId offering, int offeringVersion, PolicyId policy, int policyVersion) {

    public static TermsKey of(Terms terms) {
        return new TermsKey(terms.offering().id(), terms.offering().version(), terms.policy().id(),
                terms.policy().version());
    }
}
