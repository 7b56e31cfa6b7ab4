package org.parley.capture.internal.intake;

import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.journal.Rejection;

/**
 * What became of the events of one request.
 *
 * @param rejected      the first of the rejected ones
 * @param rejectedCount how many were rejected, also those that are not listed
 */
public record Outcome(long accepted, long duplicates, List<Item> rejected, long rejectedCount) {

    /**
     * A rejected event.
     *
     * @param index its place in the batch, or its line in NDJSON, counted from 0
     */
    public record Item(long index, Optional<String> id, Rejection why) {}

    public boolean allRejected() {
        return rejectedCount > 0 && accepted + duplicates == 0;
    }
}
