package org.parley.cli.mapping;

import org.parley.cli.rows.Row;

/** Values that a row must have. */
final class Required {

    private Required() {}

    static String text(Text text, Row row, String key) throws RowRejected {
        String value = text.of(row);
        if (value.isEmpty()) {
            throw new RowRejected(key, "is blank");
        }
        return value;
    }
}
