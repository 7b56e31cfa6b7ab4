package org.parley.capture.internal.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.common.Values;

/** A tree as the values that events hold. */
final class Plain {

    private Plain() {}

    /** The members of an object; none of what is no object. */
    static Values object(JsonNode node) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        node.fields().forEachRemaining(member -> members.put(member.getKey(), value(member.getValue())));
        return Values.of(members);
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node).asMap();
            case ARRAY -> list(node);
            case STRING -> node.textValue();
            case NUMBER -> node.decimalValue();
            case BOOLEAN -> node.booleanValue();
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> items = new ArrayList<>(array.size());
        array.forEach(item -> items.add(value(item)));
        return items;
    }
}
