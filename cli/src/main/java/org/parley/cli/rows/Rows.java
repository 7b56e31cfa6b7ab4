package org.parley.cli.rows;

import java.util.Optional;

/** The rows of an open file, one after the other. */
public interface Rows extends AutoCloseable {

    Columns columns();

    /**
     * The next row; empty at the end. A row that cannot be used is given too, with its problem.
     *
     * @throws UnreadableFile if neither this row nor any after it can be read
     */
    Optional<Row> next();

    /** How much of the file has been read, 0 to 1, by its bytes on disk. */
    double share();

    @Override
    void close();
}
