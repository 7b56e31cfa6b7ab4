package org.parley.capture.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts into words what a schema wants of a value, to go on after "must be". */
final class Wanted {

    private Wanted() {}

    static String of(JsonNode schema, Set<Kind> kinds, List<Bound> bounds) {
        if (schema.has("const")) {
            return schema.get("const").asText();
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false).filter(value -> !value.isNull())
                    .map(JsonNode::asText).collect(Collectors.joining(" or "));
        }
        if (schema.has("format")) {
            return MoneyForm.WANTED;
        }
        return (kinds.size() == Kind.values().length ? "a value" : kinds(kinds)) + range(schema, bounds) + length(schema);
    }

    /** Without null, which means the same as nothing where something else may be there. */
    private static String kinds(Set<Kind> kinds) {
        return kinds.stream().filter(kind -> kind != Kind.NULL || kinds.size() == 1).map(Kind::wanted)
                .collect(Collectors.joining(" or "));
    }

    private static String range(JsonNode schema, List<Bound> bounds) {
        if (bounds.isEmpty()) {
            return "";
        }
        if (bounds.size() == 2 && schema.has("minimum") && schema.has("maximum")) {
            return " from " + bounds.get(0).limit().toPlainString() + " to " + bounds.get(1).limit().toPlainString();
        }
        return ", " + bounds.stream().map(Bound::wanted).collect(Collectors.joining(" and "));
    }

    private static String length(JsonNode schema) {
        List<String> limits = new ArrayList<>();
        if (schema.has("minLength")) {
            limits.add("at least " + schema.get("minLength").asText());
        }
        if (schema.has("maxLength")) {
            limits.add("at most " + schema.get("maxLength").asText());
        }
        return limits.isEmpty() ? "" : ", with " + String.join(" and ", limits) + " characters";
    }
}
