package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.parley.capture.internal.rules.SchemaLibrary;
import org.parley.common.ErrorCode;

/**
 * Proves that a schema accepts everything that an older one did, or says at which keyword the proof fails. It is
 * conservative: what it lets pass is compatible; some that are compatible are not recognised. Both schemas are plain.
 *
 * <p>A schema is taken apart into what all must hold: its own keywords, and each schema of its {@code allOf}. A keyword
 * of the newer one is proven if one of the older one's parts implies it.
 */
final class Evolution {

    private final SchemaLibrary library;

    Evolution(SchemaLibrary library) {
        this.library = library;
    }

    /** What the newer schema might refuse that the older accepted; nothing if it is proven to refuse nothing. */
    Findings findings(JsonNode older, JsonNode newer) {
        Findings findings = new Findings(ErrorCode.INCOMPATIBLE_SCHEMA);
        compare(older, newer, "", findings);
        return findings;
    }

    void compare(JsonNode older, JsonNode newer, String at, Findings findings) {
        if (isAll(newer) || isNone(older) || older.equals(newer)) {
            return;
        }
        Optional<Iterable<JsonNode>> values = values(older);
        if (isNone(newer)) {
            findings.add(at, Findings.shown(at) + " accepts nothing any more");
        } else if (values.isPresent()) {
            values.get().forEach(value -> compareValue(value, newer, at, findings));
        } else if (newer.has("unevaluatedProperties") || newer.has("unevaluatedItems")) {
            findings.add(at, Findings.shown(at) + " uses unevaluatedProperties or unevaluatedItems and is another schema than "
                    + "before: whether it accepts what was accepted so far is not known");
        } else {
            compareParts(parts(older), parts(newer), at, findings);
        }
    }

    /** Whether a comparison finds nothing. */
    boolean isProven(JsonNode older, JsonNode newer) {
        return findings(older, newer).isEmpty();
    }

    private void compareValue(JsonNode value, JsonNode newer, String at, Findings findings) {
        if (!library.accepts(newer, value)) {
            findings.add(at, Findings.shown(at) + " accepted " + value + " so far");
        }
    }

    private void compareParts(List<JsonNode> older, List<JsonNode> newer, String at, Findings findings) {
        Types types = Types.of(older);
        for (JsonNode part : newer) {
            part.fieldNames().forEachRemaining(keyword -> {
                if (!keyword.equals("allOf")) {
                    proveByAny(older, part, keyword, types, at, findings);
                }
            });
        }
    }

    private void proveByAny(List<JsonNode> older, JsonNode newer, String keyword, Types types, String at, Findings findings) {
        List<Findings> found = new ArrayList<>();
        for (JsonNode part : older) {
            found.add(new Findings(ErrorCode.INCOMPATIBLE_SCHEMA));
            new KeywordProof(this, new Change(part, newer, keyword, types, at), found.get(found.size() - 1)).prove();
        }
        if (found.stream().noneMatch(Findings::isEmpty)) {
            findings.addAll(found.get(0));
        }
    }

    /** The schema's own keywords first, then what its {@code allOf} adds. */
    private static List<JsonNode> parts(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>();
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        parts.add(schema.isObject() ? schema : empty);
        schema.path("allOf").forEach(inner -> parts.addAll(isNone(inner)
                ? List.of(empty.objectNode().set("not", empty.objectNode())) : parts(inner)));
        return parts;
    }

    /** The only values that a schema accepts, if it lists them. */
    private static Optional<Iterable<JsonNode>> values(JsonNode schema) {
        return parts(schema).stream().filter(part -> part.has("enum") || part.has("const")).findFirst()
                .map(part -> part.has("const") ? List.of(part.get("const"))
                        : StreamSupport.stream(part.get("enum").spliterator(), false).toList());
    }

    static boolean isAll(JsonNode schema) {
        return schema.isBoolean() ? schema.booleanValue() : schema.isEmpty();
    }

    static boolean isNone(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }
}
