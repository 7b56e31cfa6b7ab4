package org.parley.cli.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One row of a file.
 *
 * @param number  counts the data rows, from 1; a header is none
 * @param line    the line of the file that it starts on, from 1
 * @param fields  its values by column; blank is the empty string
 * @param problem why the row cannot be used; empty if it can
 * @param raw     the row as it stands in the file, or quoted so that it reads the same
 */
public record Row(long number, long line, List<String> fields, Optional<String> problem, Supplier<String> raw) {

    static final int NUMBER = -1;
    static final int LINE = -2;

    /** The value of a column that {@link Columns} gave the index of; without white space at its ends. */
    public String value(int column) {
        return switch (column) {
            case NUMBER -> Long.toString(number);
            case LINE -> Long.toString(line);
            default -> fields.get(column).strip();
        };
    }
}
