package org.parley.cli.imports;

/**
 * What became of the rows so far.
 *
 * @param rows       read from the file
 * @param filtered   passed over because the mapping is not about them
 * @param accepted   taken by the server as new
 * @param duplicates that the server already had
 * @param rejected   by the mapping or the server; each is in the rejects file
 * @param anonymous  about nobody in particular, among those sent
 */
public record Tally(long rows, long filtered, long accepted, long duplicates, long rejected, long anonymous) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(rows + other.rows, filtered + other.filtered, accepted + other.accepted,
                duplicates + other.duplicates, rejected + other.rejected, anonymous + other.anonymous);
    }
}
