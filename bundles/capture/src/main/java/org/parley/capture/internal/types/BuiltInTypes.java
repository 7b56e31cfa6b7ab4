package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.parley.capture.api.EventTypes;

/** The types that come with the software. Their schemas are resources next to this class. */
final class BuiltInTypes {

    /** What only built-in types' names begin with. */
    static final String PREFIX = "org.parley.";

    private static final List<String> NAMES = List.of(EventTypes.ATTENTION, EventTypes.DISCLOSURE, EventTypes.EXPECTATION,
            EventTypes.FEEDBACK, EventTypes.NEWS, EventTypes.OUTCOME, EventTypes.PURCHASE, EventTypes.REFERRAL,
            EventTypes.SUPPORT, EventTypes.USAGE);

    private BuiltInTypes() {}

    /** All of them, by name. */
    static List<EventType> load() {
        List<EventType> types = new ArrayList<>();
        for (String name : NAMES) {
            types.add(new EventType(name, 1, schema(name.substring(PREFIX.length())), Optional.empty()));
        }
        return List.copyOf(types);
    }

    private static JsonNode schema(String name) {
        return SchemaJson.read(Objects.requireNonNull(BuiltInTypes.class.getResourceAsStream(name + ".schema.json"), name));
    }
}
