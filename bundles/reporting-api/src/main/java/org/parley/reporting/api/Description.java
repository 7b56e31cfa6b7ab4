package org.parley.reporting.api;

import java.util.List;

/**
 * What a report is.
 *
 * @param id         its name in the API: lower-case kebab, such as {@code revenue-by-day}
 * @param title      for people
 * @param summary    one or two sentences: what it shows and how to read it
 * @param columns    of the table, in order
 * @param parameters beyond {@code from} and {@code to}, which every report takes
 */
public record Description(String id, String title, String summary, List<Column> columns, List<Parameter> parameters) {

    public Description {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /**
     * A column.
     *
     * @param name camelCase, as in the table's JSON and CSV
     * @param type what its cells hold
     * @param unit such as {@code EUR}, {@code ratio} or {@code cycles}; empty for a label
     */
    public record Column(String name, CellType type, String unit) {}

    /** What a cell holds: MONEY cells are decimal amounts, with their currency in a column of its own. */
    public enum CellType { TEXT, DATE, COUNT, MONEY, RATIO }

    /** A parameter that narrows the table, such as {@code offering}. */
    public record Parameter(String name, String description) {}
}
