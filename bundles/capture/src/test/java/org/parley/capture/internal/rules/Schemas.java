package org.parley.capture.internal.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Schemas and documents over few names and values, so that what is generated often meets. */
public final class Schemas {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SCALARS = List.of("null", "true", "false", "-2", "-1", "0", "1", "1.0", "1e0", "0.5",
            "1.5", "2", "2.0000000000000000000001", "30e-1", "9007199254740993", "1e300", "\"\"", "\"a\"", "\"ab\"", "\"b\"",
            "\"\\ud83d\\ude00\"", "\"2026-01-31T12:00:00Z\"");
    private static final List<String> MONEY = List.of("{\"amount\":\"12.50\",\"currency\":\"EUR\"}",
            "{\"amount\":\"-1\",\"currency\":\"EUR\"}", "{\"amount\":\"1.505\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1\",\"currency\":\"XXQ\"}", "{\"amount\":1,\"currency\":\"EUR\"}", "{\"amount\":\"1\"}",
            "{\"currency\":\"EUR\",\"amount\":\"1\",\"note\":[]}");

    private Schemas() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents, each an object as an event's data is. */
    public static Arbitrary<ObjectNode> documents() {
        return object(values(2));
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> scalar = Arbitraries.of(SCALARS).map(Schemas::json);
        if (depth == 0) {
            return scalar;
        }
        return Arbitraries.frequencyOf(Tuple.of(6, scalar), Tuple.of(1, Arbitraries.of(MONEY).map(Schemas::json)),
                Tuple.of(2, object(values(depth - 1)).map(JsonNode.class::cast)),
                Tuple.of(2, values(depth - 1).list().ofMaxSize(3).map(Schemas::array)));
    }

    private static Arbitrary<ObjectNode> object(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(names(), values).ofMaxSize(3).map(members -> NODES.objectNode().setAll(members));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "c");
    }

    private static JsonNode array(List<? extends JsonNode> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /** Schemas of objects, of those keywords that are checked while streaming and of others. */
    public static Arbitrary<JsonNode> objects() {
        return schemas(2).map(schema -> schema);
    }

    private static Arbitrary<JsonNode> schemas(int depth) {
        Arbitrary<ObjectNode> kinds = Combinators.combine(Arbitraries.of("null", "boolean", "integer", "number", "string",
                "array", "object").list().uniqueElements().ofMinSize(1).ofMaxSize(4), scalarKeywords()).as((types, keywords) -> {
                    ObjectNode schema = NODES.objectNode();
                    schema.set("type", types.size() == 1 ? NODES.textNode(types.get(0)) : MAPPER.valueToTree(types));
                    return schema.setAll(keywords);
                });
        Arbitrary<JsonNode> simple = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of("true", "{}", "false", "{\"enum\":[1,\"a\",null]}", "{\"const\":1}", "{\"const\":\"a\"}",
                        "{\"enum\":[[],\"a\",{\"a\":1}]}", "{\"type\":[\"object\",\"null\"],\"format\":\"price\"}",
                        "{\"format\":\"money\"}", "{\"format\":\"date-time\"}", "{\"pattern\":\"^a?b\"}", "{\"multipleOf\":0.5}",
                        "{\"not\":{\"type\":\"string\"}}", "{\"anyOf\":[{\"minimum\":1},{\"type\":\"string\"}]}",
                        "{\"uniqueItems\":true}", "{\"enum\":[true,2],\"minimum\":2}").map(Schemas::json)),
                Tuple.of(2, kinds.map(JsonNode.class::cast)), Tuple.of(1, scalarKeywords().map(JsonNode.class::cast)));
        return depth == 0 ? simple : Arbitraries.frequencyOf(Tuple.of(1, simple), Tuple.of(3, structures(depth)));
    }

    private static Arbitrary<ObjectNode> scalarKeywords() {
        return some(Map.of(
                "minimum", Arbitraries.of("-1", "0", "1.0", "2", "9007199254740993").map(Schemas::json),
                "maximum", Arbitraries.of("0", "1", "2", "3e0").map(Schemas::json),
                "exclusiveMinimum", Arbitraries.of("-1", "0.5").map(Schemas::json),
                "exclusiveMaximum", Arbitraries.of("1", "2").map(Schemas::json),
                "minLength", Arbitraries.of("0", "1", "2").map(Schemas::json),
                "maxLength", Arbitraries.of("0", "1", "2").map(Schemas::json)), 2);
    }

    private static Arbitrary<JsonNode> structures(int depth) {
        Arbitrary<JsonNode> inner = Arbitraries.lazy(() -> schemas(depth - 1));
        Arbitrary<JsonNode> counts = Arbitraries.of("0", "1", "2").map(Schemas::json);
        return some(Map.of(
                "properties", Arbitraries.maps(names(), inner).ofMaxSize(3).map(members -> NODES.objectNode().setAll(members)),
                "required", names().list().uniqueElements().ofMaxSize(2).map(MAPPER::valueToTree),
                "additionalProperties", Arbitraries.oneOf(Arbitraries.of("false", "true").map(Schemas::json), inner),
                "items", inner, "minItems", counts, "maxItems", counts,
                "patternProperties", inner.map(value -> NODES.objectNode().set("^[ab]", value)),
                "allOf", inner.list().ofMinSize(1).ofMaxSize(2).map(Schemas::array),
                "anyOf", inner.list().ofMinSize(1).ofMaxSize(2).map(Schemas::array),
                "maxProperties", counts), 4).map(JsonNode.class::cast);
    }

    private static Arbitrary<ObjectNode> some(Map<String, Arbitrary<JsonNode>> keywords, int most) {
        List<String> sorted = keywords.keySet().stream().sorted().toList();
        return Arbitraries.of(sorted).list().uniqueElements().ofMaxSize(most).flatMap(chosen -> {
            Arbitrary<ObjectNode> made = Arbitraries.create(NODES::objectNode);
            for (String keyword : chosen) {
                made = Combinators.combine(made, keywords.get(keyword)).as((schema, value) -> schema.deepCopy().set(keyword, value));
            }
            return made;
        });
    }
}
