package org.parley.reporting.api;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.parley.capture.api.Event;

/**
 * A report: a pure function from events to increments of a rollup, and from the rollup to a table. No I/O, no clock, no
 * memory of its own. Register an implementation as an OSGi service.
 *
 * <p>A report may keep a small state per customer, for what one event alone cannot tell (was this customer here
 * before?). A report without one uses {@link None}.
 *
 * @param <S> the state per customer: an immutable public record, stored as JSON
 */
@ConsumerType
public interface Report<S> {

    /** The state of a report that needs none. */
    record None() {}

    /** The report's id, title, columns and parameters. */
    Description describe();

    /** Raised when the rollup's meaning changes; the engine then rolls the journal up again for this report alone. */
    int rollupVersion();

    Class<S> stateType();

    /** The event types that this report counts; {@link #fold} is called with no others. */
    Set<String> eventTypes();

    S initial();

    /** What this event adds, and the customer's state after it. Events about nobody are folded on {@link #initial()}. */
    Step<S> fold(S state, Event event);

    /** The table that the rollup shows for this query. */
    Table read(Query query, Rollup rollup);

    /**
     * The result of folding one event.
     *
     * @param state      the customer's state from now on; not kept for an event about nobody
     * @param increments what is added to the rollup
     */
    record Step<S>(S state, List<Increment> increments) {

        public Step {
            increments = List.copyOf(increments);
        }
    }
}
