package org.parley.capture.api.testing;

import java.time.Duration;
import java.util.ArrayList;
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

    private record Identity(SellerId seller, String source, String id) {}

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<Identity, RecordedEvent> byIdentity = new HashMap<>();
    private final Map<String, Long> readers = new TreeMap<>();

    @Override
    public synchronized List<Appended> append(List<Event> added) {
        List<Appended> outcomes = added.stream().map(this::append).toList();
        notifyAll();
        return outcomes;
    }

    private Appended append(Event event) {
        Identity identity = new Identity(event.seller(), event.source(), event.id());
        @Nullable RecordedEvent known = byIdentity.get(identity);
        if (known != null) {
            boolean same = known.event().equals(event);
            return new Appended(same ? Appended.Outcome.DUPLICATE : Appended.Outcome.CONFLICT, known.position());
        }
        RecordedEvent recorded = new RecordedEvent(events.size() + 1L, event);
        events.add(recorded);
        byIdentity.put(identity, recorded);
        return new Appended(Appended.Outcome.ACCEPTED, recorded.position());
    }

    @Override
    public synchronized List<RecordedEvent> read(long after, int max) {
        int from = (int) Math.min(after, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + max)));
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized boolean awaitAfter(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (events.size() <= position) {
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
