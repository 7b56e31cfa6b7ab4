package org.parley.capture.api.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.SellerId;

/** A journal that keeps the contract and forgets everything at its end: for unit tests of modules that read or append. */
public final class InMemoryJournal implements Journal {

    private record Identity(SellerId seller, String source, String id) {

        static Identity of(Event event) {
            return new Identity(event.seller(), event.source(), event.id());
        }
    }

    private record Kind(SellerId seller, String type) {}

    private final TreeMap<Long, RecordedEvent> events = new TreeMap<>();
    private final Map<Identity, RecordedEvent> byIdentity = new HashMap<>();
    private final Map<Kind, Instant> removed = new HashMap<>();
    private final Map<String, Long> readers = new TreeMap<>();
    private long head;

    @Override
    public synchronized List<Appended> append(List<Event> added) {
        List<Appended> outcomes = added.stream().map(this::append).toList();
        notifyAll();
        return outcomes;
    }

    private Appended append(Event event) {
        @Nullable RecordedEvent known = byIdentity.get(Identity.of(event));
        if (known != null) {
            boolean same = known.event().equals(event);
            return new Appended(same ? Appended.Outcome.DUPLICATE : Appended.Outcome.CONFLICT, known.position());
        }
        if (isRemoved(event)) {
            return new Appended(Appended.Outcome.TOO_OLD, START);
        }
        RecordedEvent recorded = new RecordedEvent(++head, event);
        events.put(head, recorded);
        byIdentity.put(Identity.of(event), recorded);
        return new Appended(Appended.Outcome.ACCEPTED, head);
    }

    private boolean isRemoved(Event event) {
        return event.time().isBefore(removed.getOrDefault(new Kind(event.seller(), event.type()), Instant.MIN));
    }

    /** Removes the events of this seller and type that happened before this time, as retention does. */
    public synchronized void remove(SellerId seller, String type, Instant before) {
        removed.merge(new Kind(seller, type), before, (one, other) -> one.isAfter(other) ? one : other);
        events.values().removeIf(recorded -> isRemoved(recorded.event()));
        byIdentity.values().removeIf(recorded -> isRemoved(recorded.event()));
    }

    @Override
    public synchronized List<RecordedEvent> read(long after, int max) {
        return events.tailMap(after, false).values().stream().limit(max).toList();
    }

    @Override
    public synchronized long head() {
        return head;
    }

    @Override
    public synchronized boolean awaitAfter(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (head <= position) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized void report(String reader, long position) {
        readers.put(reader, position);
    }

    /** What was last reported, by reader. */
    public synchronized Map<String, Long> reported() {
        return Map.copyOf(readers);
    }
}
