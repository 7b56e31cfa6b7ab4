package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.capture.internal.rules.DataRules;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.SellerId;

/** The built-in types, and one of a seller's own whose schema has a bit of everything. */
public final class FuzzTypes implements DataRules {

    static final String OWN = "com.example.strict";

    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();

    /** Compiles them as the registry does. */
    public FuzzTypes() {
        BuiltInTypes.load().forEach(type -> schemas.put(type.type(), type.schema()));
        schemas.put(OWN, SchemaJson.read(FuzzTypes.class.getResourceAsStream("strict.schema.json")));
        CheckedSchema checked = new CheckedSchema();
        schemas.replaceAll((type, schema) -> checked.plain(schema));
        schemas.forEach((type, schema) -> rules.put(type, checked.rule(schema)));
    }

    /** The schemas in plain form, by type. */
    public Map<String, JsonNode> schemas() {
        return schemas;
    }

    public Rule rule(String type) {
        return rules.getOrDefault(type, Rule.FREE_DATA);
    }

    @Override
    public Rule of(SellerId seller, String type) {
        return rule(type);
    }
}
