package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.parley.capture.api.Appended;

/**
 * Lets all appends that wait at a moment share one commit: a sync costs the same for one event as for thousands. One
 * thread writes, so positions have no gaps and the check for duplicates sees everything before it. Another tells what
 * became of a group while the next is written.
 */
final class GroupCommit implements AutoCloseable {

    private static final CompletableFuture<List<Appended>> NOTHING = CompletableFuture.completedFuture(List.of());

    private final CommitQueue queue;
    private final Function<List<NewEvent>, List<Appended>> commit;
    private final Thread writer;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            work -> new Thread(work, "parley-journal-teller"));

    /** @param commit writes events durably and tells for each what became of it; called by one thread */
    GroupCommit(CommitQueue queue, Function<List<NewEvent>, List<Appended>> commit) {
        this.queue = queue;
        this.commit = commit;
        this.writer = new Thread(this::write, "parley-journal-writer");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Appends, and returns when the events are durable. An interrupt does not cut this short: the caller would not know
     * whether its events are in the journal.
     */
    List<Appended> append(List<NewEvent> events) {
        return Outcomes.await(begin(events));
    }

    /** Appends; the outcome is there when the events are durable. Waits for room in the queue, if need be. */
    CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
        CommitQueue.Waiting append = CommitQueue.Waiting.of(events);
        return events.isEmpty() ? NOTHING : queue.put(append);
    }

    /**
     * As {@link #begin}, but who finds no room is refused at once. What is done with the outcome is done by the one
     * thread that tells all of theirs, so it must not wait for anything.
     */
    CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
        CommitQueue.Waiting append = CommitQueue.Waiting.of(events);
        return events.isEmpty() ? NOTHING : queue.offer(append);
    }

    private void write() {
        for (List<CommitQueue.Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
            write(group);
        }
    }

    private void write(List<CommitQueue.Waiting> group) {
        try {
            List<Appended> outcomes = commit.apply(eventsOf(group));
            teller.execute(() -> hand(group, outcomes));
        } catch (Throwable failure) {
            // Whatever it was, those who wait must hear of it, and the next group may succeed.
            teller.execute(() -> group.forEach(append -> append.outcome().completeExceptionally(failure)));
        }
    }

    private static List<NewEvent> eventsOf(List<CommitQueue.Waiting> group) {
        if (group.size() == 1) {
            return group.get(0).events();
        }
        List<NewEvent> events = new ArrayList<>();
        group.forEach(append -> events.addAll(append.events()));
        return events;
    }

    private static void hand(List<CommitQueue.Waiting> group, List<Appended> outcomes) {
        int from = 0;
        for (CommitQueue.Waiting append : group) {
            int to = from + append.events().size();
            append.outcome().complete(outcomes.subList(from, to));
            from = to;
        }
    }

    int depth() {
        return queue.depth();
    }

    /** Writes what waits and tells those who wait, then ends; later appends are refused. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (!teller.isTerminated()) {
            try {
                writer.join();
                teller.shutdown();
                teller.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
