package org.parley.pricing.api;

/** Where a relationship stands. */
public enum RelationshipState {
    /** The seller has asked the customer to join; nothing is offered yet. */
    INVITED,
    /** On probation: small risks only, until enough cycles are priced. */
    WARMUP,
    /** In good standing; the tier says how good. */
    ACTIVE,
    /** A gate was missed; the next cycle decides. */
    WARNED,
    /** The customer pays a fixed price for some cycles. */
    SUSPENDED,
    /** A second, shorter probation after a suspension. */
    RETRIAL,
    /** The customer pays what they want, and nothing is gated. */
    VOLUNTARY,
    /** The customer pays a set price. */
    FIXED,
    /** At the customer's wish nothing happens for now. */
    PAUSED,
    /** At the customer's wish it is over. */
    EXITED
}
