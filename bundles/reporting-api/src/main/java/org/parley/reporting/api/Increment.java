package org.parley.reporting.api;

import java.time.LocalDate;
import java.util.List;

/**
 * What one event adds to one cell of a rollup. Cells only ever add up, so that increments may be merged in any order.
 *
 * @param day     the day the amount belongs to, in UTC
 * @param key     what the cell is about, such as an offering and a currency; a report's own choice, always of one length
 * @param measure what is counted, such as {@code count} or {@code revenueMinor}
 * @param amount  what is added; may be negative
 */
public record Increment(LocalDate day, List<String> key, String measure, long amount) {

    public Increment {
        key = List.copyOf(key);
    }
}
