package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of an event type.
 *
 * @param version   counts from 1; events are checked against the newest
 * @param schema    what an event's data must be, as it was published
 * @param published when; empty for a built-in type, which comes with the software
 */
public record EventType(String type, int version, JsonNode schema, Optional<Instant> published) {

    public boolean builtIn() {
        return published.isEmpty();
    }
}
