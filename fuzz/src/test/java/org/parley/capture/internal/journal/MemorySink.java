package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.api.Appended;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.capture.internal.intake.EventSink;
import org.parley.common.SellerId;

/** Packs events into chunks as the journal on disk does, reads them back, and keeps what was read in the one in memory. */
public final class MemorySink implements EventSink {

    private final InMemoryJournal journal = new InMemoryJournal();
    private final List<StoredEvent> kept = new ArrayList<>();

    @Override
    public CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
        return CompletableFuture.completedFuture(append(events));
    }

    @Override
    public CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
        return offer(events);
    }

    private List<Appended> append(List<NewEvent> events) {
        Chunk chunk = new Chunk(journal.head() + 1, Chunk.pack(events, Instant.EPOCH));
        List<Appended> outcomes = new ArrayList<>();
        for (StoredEvent stored : chunk.events(new HeaderReader())) {
            Appended outcome = journal.append(List.of(stored.recorded().event())).get(0);
            if (outcome.outcome() == Appended.Outcome.ACCEPTED) {
                kept.add(stored);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    @Override
    public void remember(SellerId seller, List<Rejected> rejected) {
        // They are no part of the journal.
    }

    /** The accepted events, in order. */
    public List<StoredEvent> kept() {
        return kept;
    }
}
