package org.parley.cli.rows;

import java.util.List;
import java.util.Optional;

/** What must be true of the values of any row. */
final class Fields {

    /** What a decoder puts in the place of bytes that are no text. */
    private static final char REPLACEMENT = '\uFFFD';

    private Fields() {}

    /** Why these values are no usable row of a file with so many columns. */
    static Optional<String> problem(List<String> fields, int columns) {
        if (fields.size() != columns) {
            return Optional.of("the row has " + fields.size() + " values, the file has " + columns + " columns");
        }
        for (String field : fields) {
            if (field.indexOf(REPLACEMENT) >= 0) {
                return Optional.of("the row holds bytes that are no text in the file's encoding");
            }
        }
        return Optional.empty();
    }
}
