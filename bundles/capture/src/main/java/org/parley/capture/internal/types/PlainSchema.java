package org.parley.capture.internal.types;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes a schema plain: annotations are left out and references are replaced by what they point to. So nothing is ever
 * loaded, the work for one event is bounded by the schema's size, and two schemas can be compared keyword by keyword.
 */
final class PlainSchema {

    private static final int MAX_SCHEMAS = 500;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_EXPONENT = 400;

    private final JsonNode document;
    private final Findings findings;
    private final KeywordValues values;
    private final Deque<String> within = new ArrayDeque<>();
    private int schemas;

    private PlainSchema(JsonNode document, Findings findings) {
        this.document = document;
        this.findings = findings;
        this.values = new KeywordValues(findings);
    }

    /** The plain form; of no use if anything was found. */
    static JsonNode of(JsonNode document, Findings findings) {
        checkNumbers(document, "", findings);
        return findings.isEmpty() ? new PlainSchema(document, findings).schema(document, "", 0) : document;
    }

    /** Also those in annotations: {@code 1e999999999} is short to send, but fills the memory when it is written out. */
    private static void checkNumbers(JsonNode node, String at, Findings findings) {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MAX_EXPONENT) {
            findings.add(at, "'" + at + "' is a number whose exponent is beyond " + MAX_EXPONENT);
        }
        node.properties().forEach(entry -> checkNumbers(entry.getValue(), Findings.below(at, entry.getKey()), findings));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkNumbers(node.get(i), Findings.below(at, Integer.toString(i)), findings);
        }
    }

    private JsonNode schema(JsonNode node, String at, int depth) {
        if (!node.isObject()) {
            return node;
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        if (isTooLarge(at, depth)) {
            return plain;
        }
        node.properties().forEach(entry -> keyword(plain, entry.getKey(), entry.getValue(), at, depth + 1));
        return node.path("$ref").isTextual() ? withReferred(plain, node.get("$ref").textValue(), at, depth) : plain;
    }

    private boolean isTooLarge(String at, int depth) {
        schemas++;
        if (schemas == MAX_SCHEMAS) {
            findings.add(at, "with references written out, a schema has at most " + MAX_SCHEMAS + " schemas in it");
        } else if (depth == MAX_DEPTH) {
            findings.add(at, "schemas are nested at most " + MAX_DEPTH + " deep");
        }
        return schemas >= MAX_SCHEMAS || depth >= MAX_DEPTH;
    }

    private void keyword(ObjectNode plain, String name, JsonNode value, String at, int depth) {
        String here = Findings.below(at, name);
        Keyword.of(name).ifPresentOrElse(kind -> {
            switch (kind) {
                case VALUE -> plain.set(name, values.checked(name, value, here));
                case SCHEMA -> plain.set(name, schema(value, here, depth));
                case SCHEMAS -> plain.set(name, list(value, here, depth));
                case NAMED_SCHEMAS -> plain.set(name, named(name, value, here, depth));
                case REFERENCE, ANNOTATION -> { }
            }
        }, () -> findings.add(here, "'" + here + "': '" + name + "' is no keyword that is understood here; what is only "
                + "for readers begins with 'x-'"));
    }

    private ArrayNode list(JsonNode items, String at, int depth) {
        ArrayNode plain = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < items.size(); i++) {
            plain.add(schema(items.get(i), Findings.below(at, Integer.toString(i)), depth));
        }
        return plain;
    }

    private ObjectNode named(String keyword, JsonNode members, String at, int depth) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        members.properties().forEach(member -> {
            String here = Findings.below(at, member.getKey());
            if (keyword.equals("patternProperties")) {
                values.checkPattern(member.getKey(), here);
            }
            plain.set(member.getKey(), schema(member.getValue(), here, depth));
        });
        return plain;
    }

    private JsonNode withReferred(ObjectNode plain, String reference, String at, int depth) {
        String here = Findings.below(at, "$ref");
        JsonNode target = target(reference);
        if (target.isMissingNode()) {
            findings.add(here, "'" + here + "' must point to a schema in this document, such as #/$defs/level; nothing is "
                    + "loaded from elsewhere");
        } else if (within.contains(reference) || target == document) {
            findings.add(here, "'" + here + "' leads back to itself; write the levels that are wanted one by one");
        } else {
            within.push(reference);
            JsonNode referred = schema(target, at, depth);
            within.pop();
            return joined(plain, referred);
        }
        return plain;
    }

    private static JsonNode joined(ObjectNode plain, JsonNode referred) {
        if (plain.isEmpty()) {
            return referred;
        }
        plain.withArray("allOf").add(referred);
        return plain;
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#")) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return document.at(JsonPointer.compile(URI.create(reference).getFragment()));
        } catch (IllegalArgumentException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
