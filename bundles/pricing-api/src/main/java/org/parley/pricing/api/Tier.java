package org.parley.pricing.api;

/** How much a relationship is offered, from nothing to everything. */
public enum Tier {
    NONE,
    BASIC,
    STANDARD,
    PREMIUM
}
