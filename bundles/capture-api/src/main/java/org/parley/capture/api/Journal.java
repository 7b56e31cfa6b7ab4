package org.parley.capture.api;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only record of all events, in one order. What {@link #append} has accepted survives a crash and is read by
 * every reader exactly once, in order. The service goes away while its module is swapped: hold it dynamically.
 */
@ProviderType
public interface Journal {

    /** The position before the first event: where a new reader starts. */
    long START = 0;

    /**
     * Appends events in the order given, durably and as one: after a crash all of them are there or none. The check
     * for duplicates is part of the same step.
     *
     * @return for each event, in the same order, what became of it
     */
    List<Appended> append(List<Event> events);

    /**
     * The events that follow a position.
     *
     * @param after the position of the last event already read, or {@link #START}
     * @param max   how many to return at the most; at least 1
     * @return in order; empty if there is none yet
     */
    List<RecordedEvent> read(long after, int max);

    /** The position of the last event, or {@link #START}. */
    long head();

    /** Waits until there is an event after this position, at the longest for this time; whether there is one. */
    boolean awaitAfter(long position, Duration atMost) throws InterruptedException;

    /**
     * Tells how far a reader has durably come, so that an event's state can be told and progress be seen. It is
     * information only: the reader's own database is what counts.
     */
    void report(String reader, long position);
}
