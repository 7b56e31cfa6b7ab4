package org.parley.capture.internal.intake;

import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.journal.Rejection;

/**
 * What became of the events of one request.
 *
 * @param rejected the first of the rejected ones
 */
public record Outcome(Counts counts, List<Item> rejected) {

    /**
     * A rejected event.
     *
     * @param index its place in the batch, or its line in NDJSON, counted from 0
     */
    public record Item(long index, Optional<String> id, Rejection why) {}

    public boolean allRejected() {
        return counts.rejected() > 0 && counts.accepted() + counts.duplicates() == 0;
    }
}
