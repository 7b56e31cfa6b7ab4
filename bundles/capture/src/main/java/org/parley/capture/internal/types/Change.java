package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A keyword of a newer schema, and a part of the older one that may imply it.
 *
 * @param types what the whole older schema accepts here
 * @param at    the place of the newer schema
 */
record Change(JsonNode older, JsonNode newer, String keyword, Types types, String at) {

    JsonNode after() {
        return newer.get(keyword);
    }

    /** What the older part has at this keyword. */
    JsonNode before() {
        return before(keyword);
    }

    JsonNode before(String other) {
        return older.path(other);
    }

    /** The older part's schema at a keyword that accepts all if it is not there. */
    JsonNode schemaBefore(String other) {
        return older.has(other) ? older.get(other) : BooleanNode.TRUE;
    }

    /** The newer part's schema at a keyword that accepts all if it is not there. */
    JsonNode schemaAfter(String other) {
        return newer.has(other) ? newer.get(other) : BooleanNode.TRUE;
    }

    Optional<BigDecimal> numberBefore(String other) {
        return before(other) instanceof MissingNode ? Optional.empty() : Optional.of(before(other).decimalValue());
    }

    BigDecimal numberAfter() {
        return after().decimalValue();
    }

    String place() {
        return Findings.below(at, keyword);
    }

    String place(String name) {
        return Findings.below(place(), name);
    }
}
