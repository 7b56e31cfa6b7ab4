package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.capture.internal.rules.Rule;
import org.parley.capture.internal.rules.RuleCompiler;
import org.parley.capture.internal.rules.SchemaLibrary;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Finds out whether a document is a schema that can be used, and whether it may follow another. */
final class CheckedSchema {

    static final int MAX_CHARACTERS = 64 << 10;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final SchemaLibrary library = new SchemaLibrary();

    /**
     * The plain form of a schema.
     *
     * @throws InvalidInput that says what is wrong with it
     */
    JsonNode plain(JsonNode schema) {
        Findings findings = new Findings(ErrorCode.INVALID_SCHEMA);
        checkWhole(schema, findings);
        findings.refuse();
        library.faults(schema).forEach(fault -> findings.add(fault.getInstanceLocation().toString(),
                "'" + fault.getInstanceLocation() + "' " + fault.getError()));
        findings.refuse();
        JsonNode plain = PlainSchema.of(schema, findings);
        findings.refuse();
        // What a reference points to need not be a place where the meta-schema looks for schemas.
        library.faults(plain).forEach(fault -> findings.add("", "what a '$ref' points to is no schema: " + fault.getError()));
        findings.refuse();
        return plain;
    }

    private static void checkWhole(JsonNode schema, Findings findings) {
        if (!schema.isObject()) {
            findings.add("", "a schema is a JSON object; its keywords say what an event's data must be");
        } else if (SchemaJson.text(schema).length() > MAX_CHARACTERS) {
            findings.add("", "a schema has at most " + MAX_CHARACTERS + " characters without white space");
        } else if (!schema.path("$schema").asText(DRAFT).equals(DRAFT)) {
            findings.add("/$schema", "'/$schema' must be " + DRAFT + " or be left out");
        }
    }

    /** @throws InvalidInput that says what the newer schema might refuse that the older accepted */
    void requireCompatible(JsonNode older, JsonNode newer) {
        new Evolution(library).findings(plain(older), plain(newer)).refuse();
    }

    /** The rule for events; of a schema that was checked when it was published. */
    Rule rule(JsonNode schema) {
        Rule rule = new RuleCompiler(library).compile(PlainSchema.of(schema, new Findings(ErrorCode.INVALID_SCHEMA)));
        return rule == Rule.ANY ? Rule.FREE_DATA : rule;
    }

    /** @throws InvalidInput if there can be no such type, or it is built in */
    static void requireOwn(String type) {
        if (type.isBlank() || type.length() > 200 || type.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "type", "a type is a text of 1 to 200 characters such as com.example.visit");
        }
        if (type.startsWith(BuiltInTypes.PREFIX)) {
            throw new InvalidInput(ErrorCode.RESERVED_TYPE, "type", "types that begin with " + BuiltInTypes.PREFIX
                    + " are built in; name yours after a domain of your own, such as com.example.visit");
        }
    }

}
