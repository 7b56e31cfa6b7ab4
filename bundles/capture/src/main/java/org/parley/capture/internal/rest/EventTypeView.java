package org.parley.capture.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.parley.capture.internal.types.EventType;

/** An event type as it is told. */
public record EventTypeView(String type, int version, boolean builtIn, Optional<Instant> published, Optional<JsonNode> schema) {

    static EventTypeView of(EventType type) {
        return new EventTypeView(type.type(), type.version(), type.builtIn(), type.published(), Optional.of(type.schema()));
    }

    static EventTypeView withoutSchema(EventType type) {
        return new EventTypeView(type.type(), type.version(), type.builtIn(), type.published(), Optional.empty());
    }
}
