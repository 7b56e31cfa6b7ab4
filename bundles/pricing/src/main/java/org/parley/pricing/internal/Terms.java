package org.parley.pricing.internal;

import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyTerms;

/** What a cycle runs under: one version of an offering and one of a policy. */
public record Terms(OfferingTerms offering, PolicyTerms policy) {}
