package org.parley.capture.api;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only record of all events. The service goes away while its module is swapped: hold it dynamically.
 *
 * <h2>What every journal promises</h2>
 * <ul>
 * <li><b>Order.</b> Each event has a position. Positions rise in the order in which events were taken, and never change;
 * nothing else is promised of them: they need not be neighbours, and where events were removed there are gaps. The
 * events of one customer that one sender appends one after the other stand in that order.
 * <li><b>Durable and as one.</b> When {@link #append} returns, its events survive a crash. An append that did not return
 * may be there or not after a crash, but as a whole.
 * <li><b>Once.</b> Two events with the same seller, source and id are one: the second is told as a duplicate, or as a
 * conflict if it says something else, and is not taken. The check is part of the append, also between appends at the
 * same time. It holds for as long as the first event is in the journal; a new event that is older than what the journal
 * keeps of its type is {@link Appended.Outcome#TOO_OLD}, so one that was removed is never counted again.
 * <li><b>Readers.</b> Any number read, each from its own position and at its own pace, and may resume at any position
 * they have been given. Each event that is not removed before is read exactly once on the way, in order.
 * <li><b>Retention.</b> Events are removed by type and their own time only, and not before every known reader has
 * durably passed them. The head does not go back when the last events are removed.
 * </ul>
 * {@code JournalContract} and {@code JournalCrashContract} in this bundle's test-jar say the same as tests.
 */
@ProviderType
public interface Journal {

    /** The position before the first event: where a new reader starts. */
    long START = 0;

    /**
     * Appends events in the order given, durably and as one: after a crash all that were taken are there or none. The
     * check for duplicates is part of the same step, also among the events given.
     *
     * @return for each event, in the same order, what became of it
     * @throws org.parley.common.Fault unavailable if nothing can be taken at present; then nothing was
     */
    List<Appended> append(List<Event> events);

    /**
     * The events that follow a position.
     *
     * @param after the position of the last event already read, or {@link #START}
     * @param max   how many to return at the most; at least 1
     * @return in order, skipping what was removed; empty only if there is none behind this position yet
     */
    List<RecordedEvent> read(long after, int max);

    /** The position of the last event that was ever taken, or {@link #START}. */
    long head();

    /** Waits until the head is behind this position, at the longest for this time; whether it is. */
    boolean awaitAfter(long position, Duration atMost) throws InterruptedException;

    /**
     * Tells how far a reader has durably come, so that an event's state can be told and progress be seen. The
     * reader's own database is what counts; but events are removed only when all readers that report have passed them.
     */
    void report(String reader, long position);
}
