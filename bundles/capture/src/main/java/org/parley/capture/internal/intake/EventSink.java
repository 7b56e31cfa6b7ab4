package org.parley.capture.internal.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejected;
import org.parley.common.Fault;
import org.parley.common.SellerId;

/** Where checked events go. */
public interface EventSink {

    /**
     * Appends as one; for each event what became of it is there when all are durable. Whoever acts on it must not wait
     * for anything.
     *
     * @throws Fault unavailable at once if too much waits already
     */
    CompletableFuture<List<Appended>> offer(List<NewEvent> events);

    /**
     * As {@link #offer}, but waits a while for room.
     *
     * @throws Fault unavailable if there was none
     */
    CompletableFuture<List<Appended>> begin(List<NewEvent> events);

    /** Keeps rejected events for a while, for those who ask. */
    void remember(SellerId seller, List<Rejected> rejected);
}
