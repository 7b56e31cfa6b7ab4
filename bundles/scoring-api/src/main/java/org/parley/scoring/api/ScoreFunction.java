package org.parley.scoring.api;

import java.time.Instant;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.parley.capture.api.Event;

/**
 * A score: a pure function that folds one customer's events into a state and reads a value from it. No I/O, no clock,
 * no memory of its own: the engine keeps the state, in one transaction with its position in the journal. Register an
 * implementation as an OSGi service.
 *
 * @param <S> the state: an immutable public record of numbers, strings, booleans, instants, lists, maps and further
 *            such records; it is stored as JSON
 */
@ConsumerType
public interface ScoreFunction<S> {

    /** The score's name in the API: lower-case kebab, such as {@code return-on-attention}. */
    String name();

    /**
     * Raised when stored states no longer fit; the engine then folds the journal again from the start for this score
     * alone, and answers "insufficient data" until it has caught up.
     */
    int stateVersion();

    Class<S> stateType();

    /** The event types that can change the state; {@link #fold} is called with no others. */
    Set<String> eventTypes();

    /** The state of a customer of whom nothing is known. */
    S initial();

    /** The state after this event. */
    S fold(S state, Event event);

    /** What the state says at this time. */
    Score read(S state, Instant at);
}
