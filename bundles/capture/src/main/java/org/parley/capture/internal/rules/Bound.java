package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * One end of the range that a number may be in.
 *
 * @param lower     whether it is the range's lower end
 * @param exclusive whether the limit itself is out of range
 */
record Bound(BigDecimal limit, double approximate, boolean lower, boolean exclusive) {

    Bound(BigDecimal limit, boolean lower, boolean exclusive) {
        this(limit, limit.doubleValue(), lower, exclusive);
    }

    /**
     * Whether the number the parser stands at is within. Rounding to a double never turns two numbers round, so the
     * decimals themselves are looked at only if both round to the same.
     */
    boolean holds(JsonParser parser, double rounded) throws IOException {
        int compared = rounded == approximate ? parser.getDecimalValue().compareTo(limit)
                : Double.compare(rounded, approximate);
        return compared == 0 ? !exclusive : lower == compared > 0;
    }

    String wanted() {
        String value = limit.toPlainString();
        if (lower) {
            return exclusive ? "more than " + value : value + " or more";
        }
        return exclusive ? "less than " + value : value + " or less";
    }
}
