package org.parley.cli.imports;

/**
 * How far an import has come.
 *
 * @param identity    of file, mapping and server: progress of another import is of no use
 * @param rejectBytes the length of the rejects file that goes with it
 * @param tally       of all rows that the server has acknowledged
 */
public record Progress(String identity, long rejectBytes, Tally tally) {

    static Progress none(String identity) {
        return new Progress(identity, 0, Tally.NONE);
    }
}
