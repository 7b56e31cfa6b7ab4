package org.parley.capture.internal.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.journal.TimelineKeys.Place;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.common.Page;

/** Answers what happened, from the timeline and the journal. */
public final class History {

    private static final Duration CATCH_UP = Duration.ofSeconds(2);
    /** How many events one page without a customer looks at: it walks the journal, which holds all sellers' events. */
    private static final int MAX_WALK = 20_000;

    private final RocksJournal journal;
    private final Timeline timeline;

    public History(RocksJournal journal, Timeline timeline) {
        this.journal = journal;
        this.timeline = timeline;
    }

    /** The events asked for, the latest first. What was accepted before this call is among them. */
    public Page<StoredEvent> page(TimelineQuery query) {
        return query.customer().map(customer -> ofCustomer(query, customer)).orElseGet(() -> ofAll(query));
    }

    private Page<StoredEvent> ofCustomer(TimelineQuery query, CustomerId customer) {
        awaitIndex();
        if (!timeline.isComplete()) {
            throw Fault.unavailable("the customers' timelines are being made anew; try again in a minute");
        }
        Page<Place> places = Page.of(timeline.find(query, customer, query.limit() + 1), query.limit(), Place::cursor);
        // An event may be removed between the index and the journal.
        return new Page<>(places.items().stream().flatMap(place -> journal.at(place.position()).stream()).toList(),
                places.next());
    }

    /** The index is milliseconds behind; waiting for it lets a sender see what it has just sent. */
    private void awaitIndex() {
        try {
            timeline.indexed().awaitAfter(journal.head() - 1, CATCH_UP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Page<StoredEvent> ofAll(TimelineQuery query) {
        long position = query.after().map(History::position).orElseGet(() -> journal.head() + 1) - 1;
        List<StoredEvent> found = new ArrayList<>();
        for (int looked = 0; position > 0 && looked < MAX_WALK && found.size() < query.limit(); looked++) {
            Optional<StoredEvent> event = journal.atOrBefore(position);
            event.filter(query::wants).ifPresent(found::add);
            position = event.map(StoredEvent::position).orElse(1L) - 1;
        }
        return new Page<>(found, position > 0 ? Optional.of(Long.toString(position + 1)) : Optional.empty());
    }

    private static long position(String cursor) {
        try {
            return Long.parseUnsignedLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "after",
                    "'after' is not a cursor of this list; take it from 'next' of the page before");
        }
    }
}
