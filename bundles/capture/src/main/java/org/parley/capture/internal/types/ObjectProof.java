package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.stream.StreamSupport;

/** The same as {@link KeywordProof}, for the keywords of objects. */
final class ObjectProof {

    private static final String PROPERTIES = "properties";
    private static final String PATTERNS = "patternProperties";
    private static final String ADDITIONAL = "additionalProperties";

    private final Evolution evolution;
    private final Change change;
    private final Findings findings;

    ObjectProof(Evolution evolution, Change change, Findings findings) {
        this.evolution = evolution;
        this.change = change;
        this.findings = findings;
    }

    void prove() {
        switch (change.keyword()) {
            case PROPERTIES -> change.after().properties().forEach(entry -> property(entry.getKey(), entry.getValue()));
            case PATTERNS -> change.after().properties().forEach(entry -> pattern(entry.getKey(), entry.getValue()));
            case ADDITIONAL -> additional();
            case "required" -> change.after().forEach(name -> required(name.textValue()));
            case "dependentRequired" -> change.after().properties().forEach(entry -> entry.getValue().forEach(name ->
                    dependent(entry.getKey(), name)));
            case "dependentSchemas" -> change.after().properties().forEach(entry -> named(entry.getKey(), entry.getValue()));
            case "propertyNames" -> evolution.compare(change.schemaBefore("propertyNames"), change.after(), change.place(), findings);
            case "minProperties" -> count(change.numberBefore("minProperties").map(before ->
                    before.compareTo(change.numberAfter()) >= 0).orElse(change.numberAfter().signum() == 0), "fewer");
            case "maxProperties" -> count(change.numberBefore("maxProperties").map(before ->
                    before.compareTo(change.numberAfter()) <= 0).orElse(false), "more");
            default -> findings.add(change.place(), "'" + change.place() + "' cannot be compared with what was there before");
        }
    }

    private void count(boolean held, String other) {
        if (!held) {
            findings.add(change.place(), Findings.shown(change.at()) + " accepted objects of " + other + " members than '"
                    + change.keyword() + "' " + change.numberAfter().toPlainString() + " so far");
        }
    }

    private void property(String name, JsonNode after) {
        if (change.before(PROPERTIES).has(name)) {
            evolution.compare(change.before(PROPERTIES).get(name), after, change.place(name), findings);
            return;
        }
        JsonNode before = change.older().has(PATTERNS) ? BooleanNode.TRUE : change.schemaBefore(ADDITIONAL);
        if (Evolution.isAll(before) && !Evolution.isAll(after)) {
            findings.add(change.place(name), "'" + change.place(name) + "' is new and not free, but events with any value "
                    + "there were accepted so far, as the older schema allowed members it did not name");
        } else {
            evolution.compare(before, after, change.place(name), findings);
        }
    }

    private void pattern(String regex, JsonNode after) {
        JsonNode before = change.before(PATTERNS).path(regex);
        evolution.compare(before.isMissingNode() ? BooleanNode.TRUE : before, after, change.place(regex), findings);
    }

    private void additional() {
        JsonNode after = change.after();
        change.before(PROPERTIES).properties().stream()
                .filter(entry -> !change.newer().path(PROPERTIES).has(entry.getKey()))
                .forEach(entry -> gone(Findings.below(Findings.below(change.at(), PROPERTIES), entry.getKey()), entry.getValue(), after));
        change.before(PATTERNS).properties().stream()
                .filter(entry -> !change.newer().path(PATTERNS).has(entry.getKey()))
                .forEach(entry -> gone(Findings.below(Findings.below(change.at(), PATTERNS), entry.getKey()), entry.getValue(), after));
        JsonNode before = change.schemaBefore(ADDITIONAL);
        if (Evolution.isNone(after) && !Evolution.isNone(before)) {
            findings.add(change.place(), "'" + change.place() + "' became false; events with other members were accepted so far");
        } else {
            evolution.compare(before, after, change.place(), findings);
        }
    }

    private void gone(String place, JsonNode before, JsonNode after) {
        if (Evolution.isNone(after) && !Evolution.isNone(before)) {
            findings.add(place, "'" + place + "' is gone; events with it were accepted so far");
        } else {
            evolution.compare(before, after, place, findings);
        }
    }

    private void required(String name) {
        if (!contains(change.before("required"), name)) {
            String place = Findings.below(Findings.below(change.at(), PROPERTIES), name);
            findings.add(place, "'" + place + "' became required; events without it were accepted so far");
        }
    }

    private void dependent(String trigger, JsonNode name) {
        if (!contains(change.before("dependentRequired").path(trigger), name.textValue())
                && !contains(change.before("required"), name.textValue())) {
            findings.add(change.place(trigger), "'" + name.textValue() + "' became required where '" + trigger
                    + "' is; events without it were accepted so far");
        }
    }

    private void named(String trigger, JsonNode after) {
        JsonNode before = change.before("dependentSchemas").path(trigger);
        if (before.isMissingNode() || !evolution.isProven(before, after)) {
            evolution.compare(change.older(), after, change.place(trigger), findings);
        }
    }

    private static boolean contains(JsonNode names, String name) {
        return StreamSupport.stream(names.spliterator(), false).anyMatch(each -> name.equals(each.textValue()));
    }
}
