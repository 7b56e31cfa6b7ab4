package org.parley.benchmarks.crash;

/** A request, and what its client knows of it. */
record Remembered(Sent sent, Fate fate) {

    /** What a client can know. */
    enum Fate {
        /** Answered with 2xx: all its good events are there for ever. */
        TAKEN,
        /** Answered with what will not change when it is sent again: nothing of it is there. */
        REFUSED,
        /** No answer, or one that asks to come again: it may be there or not. */
        UNKNOWN
    }
}
