package org.parley.capture.internal.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a keyword of a schema. */
enum Keyword {

    /** A value that says what is wanted. */
    VALUE("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
            "maxLength", "pattern", "format", "minItems", "maxItems", "minContains", "maxContains",
            "minProperties", "maxProperties", "required", "dependentRequired"),
    /** A schema. */
    SCHEMA("additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else",
            "unevaluatedProperties", "unevaluatedItems"),
    /** A list of schemas. */
    SCHEMAS("allOf", "anyOf", "oneOf", "prefixItems"),
    /** Schemas by name. */
    NAMED_SCHEMAS("properties", "patternProperties", "dependentSchemas"),
    /** A place in the same document whose schema counts here too. */
    REFERENCE("$ref"),
    /** Nothing that decides about a value. */
    ANNOTATION("$defs", "$schema", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly",
            "writeOnly");

    private static final Map<String, Keyword> BY_NAME = new HashMap<>();

    static {
        for (Keyword kind : values()) {
            kind.names.forEach(name -> BY_NAME.put(name, kind));
        }
    }

    private final List<String> names;

    Keyword(String... names) {
        this.names = List.of(names);
    }

    /** What the keyword of this name is; empty if it is not understood here. */
    static Optional<Keyword> of(String name) {
        return name.startsWith("x-") ? Optional.of(ANNOTATION) : Optional.ofNullable(BY_NAME.get(name));
    }
}
