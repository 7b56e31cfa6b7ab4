package org.parley.capture.internal.rules;

import org.parley.common.SellerId;

/** What the data of events must be. */
@FunctionalInterface
public interface DataRules {

    /** The rule for a seller's events of a type; {@link Rule#FREE_DATA} if the type has no schema. */
    Rule of(SellerId seller, String type);
}
