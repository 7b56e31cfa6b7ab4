package org.parley.reporting.internal.store;

import java.util.List;
import org.parley.reporting.api.Increment;

/**
 * Which cell of a report's rollup.
 *
 * @param day   counted from 1970-01-01
 * @param parts the key's parts, joined
 */
public record CellId(String seller, long day, String parts, String measure) {

    /** Sorts before every character that a part may hold, so that joined keys sort like their parts. */
    private static final String SEPARATOR = "\u001f";

    /** @throws IllegalArgumentException if a part of the key holds the separator */
    public static CellId of(String seller, Increment increment) {
        return new CellId(seller, increment.day().toEpochDay(), join(increment.key()), increment.measure());
    }

    private static String join(List<String> key) {
        for (String part : key) {
            if (part.contains(SEPARATOR)) {
                throw new IllegalArgumentException("a key's part must not hold U+001F");
            }
        }
        return String.join(SEPARATOR, key);
    }

    static List<String> split(String parts) {
        return List.of(parts.split(SEPARATOR, -1));
    }
}
