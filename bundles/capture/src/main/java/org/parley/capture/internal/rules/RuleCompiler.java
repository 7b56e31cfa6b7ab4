package org.parley.capture.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Makes a rule of a schema: one that checks while streaming if it uses the common keywords only. Where it uses another,
 * the library looks at that part of the data, which then is read as a tree.
 */
public final class RuleCompiler {

    private static final Set<String> STREAMING = Set.of("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum",
            "exclusiveMaximum", "minLength", "maxLength", "properties", "required", "additionalProperties", "items",
            "minItems", "maxItems", "format");
    private static final Set<String> BESIDE_MONEY = Set.of("type", "format");
    private static final Rule NOTHING = (parser, where, faults) -> {
        faults.add(where.toString(), "'" + where + "' is not allowed");
        Skip.value(parser, where, faults);
    };

    private final SchemaLibrary library;

    public RuleCompiler(SchemaLibrary library) {
        this.library = library;
    }

    /** The rule of a schema that has neither references nor annotations. */
    public Rule compile(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Rule.ANY : NOTHING;
        }
        if (schema.isEmpty()) {
            return Rule.ANY;
        }
        return isStreaming(schema) ? value(schema) : new LibraryRule(library.compile(schema));
    }

    private static boolean isStreaming(JsonNode schema) {
        Set<String> keywords = new HashSet<>();
        schema.fieldNames().forEachRemaining(keywords::add);
        return STREAMING.containsAll(keywords) && !(schema.has("enum") && schema.has("const"))
                && (!keywords.contains("format") || money(schema).isPresent() && BESIDE_MONEY.containsAll(keywords))
                && scalars(schema.path("enum")) && !schema.path("const").isContainerNode()
                && schema.path("required").size() <= ObjectRule.MAX_REQUIRED;
    }

    private static boolean scalars(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).noneMatch(JsonNode::isContainerNode);
    }

    private static Optional<MoneyForm> money(JsonNode schema) {
        return Arrays.stream(MoneyForm.values())
                .filter(form -> form.getName().equals(schema.path("format").textValue())).findFirst();
    }

    private Rule value(JsonNode schema) {
        Set<Kind> kinds = kinds(schema.path("type"));
        List<Bound> bounds = bounds(schema);
        return new ValueRule(kinds, among(schema), bounds, text(schema), list(schema), object(schema), Wanted.of(schema, kinds, bounds));
    }

    private static Optional<Among> among(JsonNode schema) {
        return schema.has("const") ? Optional.of(new Among(List.of(schema.get("const"))))
                : Optional.ofNullable(schema.get("enum")).map(Among::new);
    }

    private static Set<Kind> kinds(JsonNode type) {
        if (type.isMissingNode()) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        (type.isArray() ? type : List.of(type)).forEach(name ->
                kinds.add(Kind.valueOf(name.textValue().toUpperCase(Locale.ROOT))));
        return kinds;
    }

    private static List<Bound> bounds(JsonNode schema) {
        List<Bound> bounds = new ArrayList<>();
        limit(schema, "minimum").ifPresent(limit -> bounds.add(new Bound(limit, true, false)));
        limit(schema, "exclusiveMinimum").ifPresent(limit -> bounds.add(new Bound(limit, true, true)));
        limit(schema, "maximum").ifPresent(limit -> bounds.add(new Bound(limit, false, false)));
        limit(schema, "exclusiveMaximum").ifPresent(limit -> bounds.add(new Bound(limit, false, true)));
        return List.copyOf(bounds);
    }

    private static Optional<BigDecimal> limit(JsonNode schema, String keyword) {
        return Optional.ofNullable(schema.get(keyword)).map(JsonNode::decimalValue);
    }

    private static Optional<TextRule> text(JsonNode schema) {
        return schema.has("minLength") || schema.has("maxLength")
                ? Optional.of(new TextRule(count(schema, "minLength", 0), count(schema, "maxLength", Integer.MAX_VALUE)))
                : Optional.empty();
    }

    private static int count(JsonNode schema, String keyword, int otherwise) {
        return limit(schema, keyword).map(BigDecimal::intValue).orElse(otherwise);
    }

    private Rule list(JsonNode schema) {
        boolean free = !schema.has("items") && !schema.has("minItems") && !schema.has("maxItems");
        return free ? Rule.ANY : new ListRule(schema.has("items") ? compile(schema.get("items")) : Rule.ANY,
                count(schema, "minItems", 0), count(schema, "maxItems", Integer.MAX_VALUE));
    }

    private Rule object(JsonNode schema) {
        Optional<MoneyForm> money = money(schema);
        if (money.isPresent()) {
            return new MoneyRule(money.get());
        }
        Map<String, ObjectRule.Member> members = new HashMap<>();
        schema.path("properties").properties().forEach(property ->
                members.put(property.getKey(), new ObjectRule.Member(compile(property.getValue()), 0)));
        Rule others = others(schema, members);
        long required = 0;
        for (JsonNode name : schema.path("required")) {
            long bit = Long.lowestOneBit(~required);
            required |= bit;
            members.merge(name.textValue(), new ObjectRule.Member(others, bit),
                    (known, absent) -> new ObjectRule.Member(known.rule(), bit));
        }
        return members.isEmpty() && others == Rule.ANY ? Rule.ANY : new ObjectRule(Map.copyOf(members), others, required);
    }

    private Rule others(JsonNode schema, Map<String, ?> known) {
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isMissingNode()) {
            return Rule.ANY;
        }
        return additional.isBoolean() && !additional.booleanValue() ? ObjectRule.closed(known) : compile(additional);
    }
}
