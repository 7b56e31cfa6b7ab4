package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** Walks over an event's data once, checking what is known about it. */
final class DataCheck {

    /** How deep an event may nest; readers of it recurse. */
    private static final int MAX_DEPTH = 64;

    private DataCheck() {}

    /** Checks the object the parser stands at and leaves the parser at its end. */
    static void object(JsonParser parser, Map<String, FieldRule> rules, Faults faults) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            FieldRule rule = rules.get(name);
            if (rule != null && token != JsonToken.VALUE_NULL) {
                rule.check(parser, "data." + name, faults);
            } else {
                skip(parser, "data." + name, faults);
            }
        }
    }

    /** Steps over the value the parser stands at, looking only for what no event may hold. */
    static void skip(JsonParser parser, String path, Faults faults) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token.isNumeric()) {
                Numbers.check(parser, path, faults);
            } else if (token.isStructStart()) {
                depth++;
                if (depth == MAX_DEPTH) {
                    faults.add(path, "'" + path + "' is nested deeper than " + MAX_DEPTH + " levels");
                }
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
        }
    }
}
