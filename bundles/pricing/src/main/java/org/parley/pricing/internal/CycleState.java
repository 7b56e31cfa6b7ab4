package org.parley.pricing.internal;

/** Where a cycle is on its way. */
public enum CycleState {
    /** It is being used. */
    OPEN,
    /** Use has ended and the price was asked for. */
    REQUESTED,
    /** It has a price. */
    PRICED,
    /** The deadline passed without an answer. */
    LAPSED
}
