package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.parley.capture.api.Appended;
import org.parley.common.Fault;
import org.parley.common.ParleyException;

/**
 * Lets all appends that wait at a moment share one commit: a sync costs the same for one event as for thousands. One
 * thread writes, so positions have no gaps and the check for duplicates sees everything before it.
 */
final class GroupCommit implements AutoCloseable {

    private final CommitQueue queue;
    private final Function<List<NewEvent>, List<Appended>> commit;
    private final Thread writer;

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
        if (events.isEmpty()) {
            return List.of();
        }
        CommitQueue.Waiting append = CommitQueue.Waiting.of(events);
        queue.put(append);
        try {
            return append.outcome().join();
        } catch (CompletionException e) {
            // The writer's own exception would carry the writer's stack for each of the callers that share it.
            throw e.getCause() instanceof ParleyException known ? known
                    : new Fault("the events could not be written", e.getCause());
        }
    }

    private void write() {
        for (List<CommitQueue.Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
            write(group);
        }
    }

    private void write(List<CommitQueue.Waiting> group) {
        try {
            hand(group, commit.apply(eventsOf(group)));
        } catch (Throwable failure) {
            // Whatever it was, those who wait must hear of it, and the next group may succeed.
            group.forEach(append -> append.outcome().completeExceptionally(failure));
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

    /** Writes what waits, then ends; later appends are refused. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
