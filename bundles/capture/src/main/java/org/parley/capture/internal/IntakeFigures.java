package org.parley.capture.internal;

import java.util.concurrent.atomic.LongAdder;
import org.parley.capture.internal.intake.Counts;

/** What became of the events sent since the module started. */
public final class IntakeFigures {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    /** Counts one request. */
    public void count(Counts counts) {
        accepted.add(counts.accepted());
        duplicates.add(counts.duplicates());
        rejected.add(counts.rejected());
    }

    public long accepted() {
        return accepted.sum();
    }

    public long duplicates() {
        return duplicates.sum();
    }

    public long rejected() {
        return rejected.sum();
    }
}
