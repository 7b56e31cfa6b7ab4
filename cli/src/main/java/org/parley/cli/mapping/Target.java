package org.parley.cli.mapping;

import org.parley.cli.rows.Row;

/** Makes of rows what the server takes. It may remember earlier rows, so rows come in the order of the file. */
public interface Target {

    /** Where the lines are sent to, below the API's base path. */
    String path();

    Line line(Row row) throws RowRejected;
}
