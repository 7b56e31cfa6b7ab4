package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.capture.internal.types.Types.Type;

/** Proves of one keyword of a newer schema that it refuses nothing which an older part accepted, or says why not. */
final class KeywordProof {

    private final Evolution evolution;
    private final Change change;
    private final Findings findings;

    KeywordProof(Evolution evolution, Change change, Findings findings) {
        this.evolution = evolution;
        this.change = change;
        this.findings = findings;
    }

    void prove() {
        switch (change.keyword()) {
            case "type" -> types();
            case "minimum", "exclusiveMinimum" -> of(Type.INTEGER, this::lowest);
            case "maximum", "exclusiveMaximum" -> of(Type.INTEGER, this::highest);
            case "multipleOf" -> of(Type.INTEGER, this::same);
            case "minLength" -> of(Type.STRING, this::atLeast);
            case "maxLength" -> of(Type.STRING, this::atMost);
            case "pattern" -> of(Type.STRING, this::same);
            case "format" -> format();
            case "minItems" -> of(Type.ARRAY, this::atLeast);
            case "maxItems" -> of(Type.ARRAY, this::atMost);
            case "items", "prefixItems" -> of(Type.ARRAY, this::items);
            case "contains", "minContains", "maxContains" -> of(Type.ARRAY, () -> same("contains", "minContains", "maxContains"));
            case "if", "then", "else" -> same("if", "then", "else");
            case "anyOf" -> anyOf();
            case "not" -> not();
            case "enum", "const" -> tell("accepted more values than the listed ones so far");
            case "oneOf" -> same();
            case "unevaluatedProperties", "unevaluatedItems" -> tell("uses '" + change.keyword() + "', so whether it accepts "
                    + "what was accepted so far is not known");
            default -> of(Type.OBJECT, () -> new ObjectProof(evolution, change, findings).prove());
        }
    }

    /** A keyword says nothing of values of other types. */
    private void of(Type type, Runnable proof) {
        if (change.types().has(type) || type == Type.INTEGER && change.types().has(Type.NUMBER)) {
            proof.run();
        }
    }

    private void tell(String why) {
        findings.add(change.place(), Findings.shown(change.at()) + " " + why);
    }

    private void types() {
        Types after = Types.of(change.after());
        String gone = change.types().all().stream().filter(type -> !after.has(type)).map(Type::word)
                .reduce((a, b) -> a + ", " + b).orElse("");
        if (!gone.isEmpty()) {
            tell("accepted values of type " + gone + " so far");
        }
    }

    private void lowest() {
        boolean exclusive = change.keyword().equals("exclusiveMinimum");
        BigDecimal limit = change.numberAfter();
        boolean held = change.numberBefore("minimum").map(before -> before.compareTo(limit) >= (exclusive ? 1 : 0)).orElse(false)
                || change.numberBefore("exclusiveMinimum").map(before -> before.compareTo(limit) >= 0).orElse(false);
        if (!held) {
            tell("accepted smaller numbers than '" + change.keyword() + "' " + limit.toPlainString() + " allows so far");
        }
    }

    private void highest() {
        boolean exclusive = change.keyword().equals("exclusiveMaximum");
        BigDecimal limit = change.numberAfter();
        boolean held = change.numberBefore("maximum").map(before -> before.compareTo(limit) <= (exclusive ? -1 : 0)).orElse(false)
                || change.numberBefore("exclusiveMaximum").map(before -> before.compareTo(limit) <= 0).orElse(false);
        if (!held) {
            tell("accepted larger numbers than '" + change.keyword() + "' " + limit.toPlainString() + " allows so far");
        }
    }

    private void atLeast() {
        if (change.numberBefore(change.keyword()).orElse(BigDecimal.ZERO).compareTo(change.numberAfter()) < 0) {
            tell("accepted fewer than '" + change.keyword() + "' " + change.numberAfter().toPlainString() + " so far");
        }
    }

    private void atMost() {
        if (!change.numberBefore(change.keyword()).map(before -> before.compareTo(change.numberAfter()) <= 0).orElse(false)) {
            tell("accepted more than '" + change.keyword() + "' " + change.numberAfter().toPlainString() + " so far");
        }
    }

    private void format() {
        boolean wider = change.after().textValue().equals("money") && change.before().asText().equals("price");
        boolean money = List.of("money", "price").contains(change.after().textValue());
        if (!wider) {
            of(money ? Type.OBJECT : Type.STRING, this::same);
        }
    }

    private void same() {
        same(change.keyword());
    }

    private void same(String... keywords) {
        if (!Stream.of(keywords).allMatch(keyword -> change.before(keyword).equals(change.newer().path(keyword)))) {
            tell("has another '" + change.keyword() + "' than before, or had none: whether it accepts what was accepted so far "
                    + "is not known");
        }
    }

    private void items() {
        int places = Math.max(change.before("prefixItems").size(), change.newer().path("prefixItems").size());
        IntStream.rangeClosed(0, places).forEach(index -> evolution.compare(
                item(change.before("prefixItems"), index, change.schemaBefore("items")),
                item(change.newer().path("prefixItems"), index, change.schemaAfter("items")), change.place(), findings));
    }

    private static JsonNode item(JsonNode first, int index, JsonNode others) {
        return index < first.size() ? first.get(index) : others;
    }

    private void anyOf() {
        List<JsonNode> branches = stream(change.after());
        boolean wholly = branches.stream().anyMatch(branch -> evolution.isProven(change.older(), branch));
        boolean eachBranch = Stream.of("anyOf", "oneOf").anyMatch(keyword -> !change.before(keyword).isEmpty()
                && stream(change.before(keyword)).stream().allMatch(before ->
                        branches.stream().anyMatch(branch -> evolution.isProven(before, branch))));
        if (!wholly && !eachBranch) {
            tell("has an 'anyOf' that is not known to accept what was accepted so far");
        }
    }

    private void not() {
        if (!evolution.isProven(change.after(), change.before().isMissingNode() ? BooleanNode.FALSE : change.before())) {
            tell("has a 'not' that is not known to accept what was accepted so far");
        }
    }

    private static List<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
