package org.parley.cli.imports;

import java.util.List;
import org.parley.cli.rows.Row;

/**
 * Rows that are sent together.
 *
 * @param body    one line of JSON for each of {@code sent}
 * @param sent    the rows that became lines, in order
 * @param rejects the rows of the same stretch that the mapping could make nothing of
 * @param read    counts what was read for it
 * @param share   how much of the file has been read with it, 0 to 1
 */
record Batch(byte[] body, List<Row> sent, List<Reject> rejects, Tally read, double share) {

    boolean isEmpty() {
        return read.rows() == 0;
    }
}
