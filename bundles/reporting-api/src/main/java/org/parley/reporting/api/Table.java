package org.parley.reporting.api;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report's answer.
 *
 * @param rows  one list per row, a cell per column: String, LocalDate, Long, BigDecimal, Double, or null for "not known"
 * @param notes what a reader must know to read the figures rightly
 */
public record Table(List<List<@Nullable Object>> rows, List<String> notes) {

    public Table {
        rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<@Nullable Object>(row))).toList();
        notes = List.copyOf(notes);
    }
}
