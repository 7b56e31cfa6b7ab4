package org.parley.capture.internal.intake;

/** Is told what becomes of an upload's events, by one thread at a time. */
public interface Progress {

    /** An event was not taken. */
    void rejected(Outcome.Item item);

    /** What became of the events up to here; those accepted are durable. */
    void reached(Counts counts);
}
