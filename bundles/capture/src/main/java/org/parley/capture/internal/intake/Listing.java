package org.parley.capture.internal.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a whole answer lists. */
final class Listing implements Progress {

    /** How many rejected events an answer lists; a stream of a million bad lines must not fill the memory. */
    static final int MAX_LISTED = 1000;

    private final List<Outcome.Item> rejected = new ArrayList<>();

    @Override
    public void rejected(Outcome.Item item) {
        if (rejected.size() < MAX_LISTED) {
            rejected.add(item);
        }
    }

    @Override
    public void reached(Counts counts) {}

    Outcome outcome(Counts counts) {
        rejected.sort(Comparator.comparingLong(Outcome.Item::index));
        return new Outcome(counts, rejected);
    }
}
