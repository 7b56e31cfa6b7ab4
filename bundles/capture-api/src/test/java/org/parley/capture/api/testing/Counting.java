package org.parley.capture.api.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;

/** A reader that keeps what it is told, until it has seen an event. */
final class Counting implements JournalFollower.Reader {

    private final ConcurrentLinkedQueue<RecordedEvent> counted = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> seen = new CompletableFuture<>();
    private final String last;
    private volatile long position;

    /** @param last the id of the event to wait for */
    Counting(String last) {
        this.last = last;
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void count(List<RecordedEvent> events) {
        counted.addAll(events);
        position = events.get(events.size() - 1).position();
        if (events.stream().anyMatch(recorded -> recorded.event().id().equals(last))) {
            seen.complete(true);
        }
    }

    void seen() throws InterruptedException, ExecutionException {
        seen.get();
    }

    List<RecordedEvent> events() {
        return List.copyOf(counted);
    }
}
