package org.parley.pricing.internal.usage;

/** Why an event is in no cycle's usage. */
public enum LateReason {

    /** Its cycle had its price, or had lapsed, when the event came. */
    CLOSED("the cycle was closed when the event came"),
    /** It happened before the relationship began. */
    BEFORE_START("it happened before the relationship began"),
    /** What it says cannot be counted. */
    UNCOUNTABLE("");

    private final String detail;

    LateReason(String detail) {
        this.detail = detail;
    }

    /** In words; empty where only the event itself can tell. */
    public String detail() {
        return detail;
    }
}
