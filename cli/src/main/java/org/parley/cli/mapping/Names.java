package org.parley.cli.mapping;

import org.parley.cli.rows.Columns;

/**
 * The names that a mapping may use for columns.
 *
 * @param columns of the file
 */
record Names(Columns columns) {

    int column(Located name) {
        return columns.named(name.text()).orElseThrow(() -> name.error("the file has no column '" + name.text()
                + "'; it has " + String.join(", ", columns.names()) + " (and $row, $line)"));
    }
}
