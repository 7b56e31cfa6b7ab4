package org.parley.capture.internal.intake;

/** What became of events: those accepted are durable. */
public record Counts(long accepted, long duplicates, long rejected) {

    public static final Counts NONE = new Counts(0, 0, 0);

    /** How many events that are. */
    public long all() {
        return accepted + duplicates + rejected;
    }
}
