package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The types of values that a schema accepts at most. Every integer is a number. */
record Types(Set<Type> all) {

    /** A type as JSON Schema names it. */
    enum Type {
        NULL, BOOLEAN, INTEGER, NUMBER, STRING, ARRAY, OBJECT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The types that all parts of a schema accept. */
    static Types of(List<JsonNode> parts) {
        Set<Type> types = EnumSet.allOf(Type.class);
        parts.forEach(part -> types.retainAll(of(part.path("type")).all()));
        return new Types(types);
    }

    /** The types that the keyword {@code type} names; all if it is not there. */
    static Types of(JsonNode type) {
        if (type.isMissingNode()) {
            return new Types(EnumSet.allOf(Type.class));
        }
        Set<Type> types = EnumSet.noneOf(Type.class);
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            types.add(Type.valueOf(name.textValue().toUpperCase(Locale.ROOT)));
        }
        if (types.contains(Type.NUMBER)) {
            types.add(Type.INTEGER);
        }
        return new Types(types);
    }

    boolean has(Type type) {
        return all.contains(type);
    }
}
