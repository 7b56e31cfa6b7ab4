package org.parley.capture.internal.journal;

import java.util.concurrent.atomic.LongAdder;

/** What the journal has written since it was opened. */
public final class JournalFigures {

    private final LongAdder commits = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void commit(int written, long size, long took) {
        commits.increment();
        events.add(written);
        bytes.add(size);
        nanos.add(took);
    }

    public long commits() {
        return commits.sum();
    }

    public long events() {
        return events.sum();
    }

    /** Bytes of packed events, before compression. */
    public long bytes() {
        return bytes.sum();
    }

    /** The time that all commits took together. */
    public long nanos() {
        return nanos.sum();
    }
}
