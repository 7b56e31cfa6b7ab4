package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Steps over values, looking only for what no event may hold. */
public final class Skip {

    /** How deep an event may nest; readers of it recurse. */
    static final int MAX_DEPTH = 64;

    private Skip() {}

    /** Steps over the value the parser stands at and leaves the parser at its last token. */
    public static void value(JsonParser parser, Where where, Faults faults) throws IOException {
        int outside = where.depth();
        int depth = outside;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token.isNumeric()) {
                Numbers.check(parser, where, faults);
            } else if (token.isStructStart()) {
                depth++;
                if (depth == MAX_DEPTH) {
                    faults.add(where.toString(), "'" + where + "' is nested deeper than " + MAX_DEPTH + " levels");
                }
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == outside) {
                return;
            }
        }
    }
}
