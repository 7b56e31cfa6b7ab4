package org.parley.capture.internal.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.parley.common.Fault;
import org.parley.common.ParleyException;

/** What becomes of events that are being appended. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * Waits for an outcome.
     *
     * @throws ParleyException if the events could not be written
     */
    public static <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw reason(e);
        }
    }

    /** Why events could not be written. */
    public static ParleyException reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        // The writer's own exception carries the writer's stack, for each of those that share its commit.
        return cause instanceof ParleyException known ? known : new Fault("the events could not be written", cause);
    }
}
