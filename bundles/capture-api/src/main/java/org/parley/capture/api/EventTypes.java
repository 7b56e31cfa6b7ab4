package org.parley.capture.api;

/** The names of the built-in event types. */
public final class EventTypes {

    /** Data: {@code quantity}, {@code unit}, {@code item}, {@code activeSeconds}, {@code completion} (0 to 1). */
    public static final String USAGE = "org.parley.usage";
    /** Data: {@code activeSeconds}, {@code effortSeconds}, {@code channel}, {@code initiative} (self or pushed). */
    public static final String ATTENTION = "org.parley.attention";
    public static final String DISCLOSURE = "org.parley.disclosure";
    public static final String EXPECTATION = "org.parley.expectation";
    public static final String OUTCOME = "org.parley.outcome";
    /** Data: {@code dimension}, {@code rating}, {@code text}. */
    public static final String FEEDBACK = "org.parley.feedback";
    public static final String SUPPORT = "org.parley.support";
    public static final String REFERRAL = "org.parley.referral";
    /** Data: {@code price} (money), {@code quantity}, {@code item}. */
    public static final String PURCHASE = "org.parley.purchase";
    public static final String NEWS = "org.parley.news";

    /** What every pricing fact's type starts with; such an event is made by the pricing module alone. */
    public static final String PRICING_PREFIX = "org.parley.pricing.";
    /** A use period began. Data: {@code cycle}, {@code relationship}, {@code offering}. */
    public static final String CYCLE_OPENED = "org.parley.pricing.cycle.opened";
    /** A price was asked for. Data: also {@code suggested} (money), {@code deadline}. */
    public static final String CYCLE_REQUESTED = "org.parley.pricing.cycle.requested";
    /** Usage came late, and the price was suggested anew before there was one. Data: as above. */
    public static final String CYCLE_RESUGGESTED = "org.parley.pricing.cycle.resuggested";
    /**
     * A customer set a price. Data: {@code cycle}, {@code relationship} (absent for an anonymous payment),
     * {@code offering}, {@code policy}, {@code item}, {@code price} (money), {@code suggested} (money, absent if there
     * was none), {@code differential}, {@code fairness} (0 to 1, absent if not scored), {@code worth} (money the
     * customer says it was worth, optional), {@code reasons} (list of codes), {@code state} and {@code tier} after,
     * {@code stateBefore} and {@code tierBefore}, {@code reputation} (mean after, 0 to 1), {@code strategy},
     * {@code fallback} (true if the named strategy could not answer), {@code kind} (PRICE, MAKE_GOOD, FIXED),
     * {@code earlier} (money; with MAKE_GOOD only: the whole price that {@code price} replaces).
     */
    public static final String CYCLE_PRICED = "org.parley.pricing.cycle.priced";
    /** A deadline passed without an answer. Data: {@code cycle}, {@code relationship}, {@code offering}. */
    public static final String CYCLE_LAPSED = "org.parley.pricing.cycle.lapsed";
    /** A relationship began. Data: {@code relationship}, {@code offering}, {@code policy}, {@code state}, {@code tier}. */
    public static final String RELATIONSHIP_STARTED = "org.parley.pricing.relationship.started";
    /** A relationship's state or tier changed without a price. Data as above, with {@code stateBefore}, {@code tierBefore}, {@code rule}. */
    public static final String RELATIONSHIP_CHANGED = "org.parley.pricing.relationship.changed";

    private EventTypes() {}
}
