package org.parley.capture.internal.intake;

import java.util.ArrayList;
import java.util.List;
import org.parley.capture.internal.journal.NewEvent;

/** Good events that are appended as one. */
final class Slice {

    private static final int FULL_EVENTS = 1000;
    private static final int FULL_BYTES = 1 << 20;

    private final List<Verdict.Good> good = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();
    private long bytes;

    void add(long index, Verdict.Good one) {
        good.add(one);
        events.add(one.event());
        indexes.add(index);
        bytes += one.event().stored().length;
    }

    /** Whether a stream should append this before it reads on. */
    boolean isFull() {
        return events.size() >= FULL_EVENTS || bytes >= FULL_BYTES;
    }

    List<NewEvent> events() {
        return events;
    }

    Verdict.Good event(int i) {
        return good.get(i);
    }

    /** The place of an event in the batch, or its line. */
    long index(int i) {
        return indexes.get(i);
    }
}
