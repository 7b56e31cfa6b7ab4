package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What an array must be.
 *
 * @param item  what each item must be
 * @param least how many it has at least
 * @param most  how many it has at most
 */
record ListRule(Rule item, int least, int most) implements Rule {

    @Override
    public void check(JsonParser parser, Where where, Faults faults) throws IOException {
        int items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.check(parser, where.item(items), faults);
            items++;
        }
        if (items < least || items > most) {
            faults.add(where.toString(), "'" + where + "' must have " + wanted() + ", it has " + items);
        }
    }

    private String wanted() {
        if (most == Integer.MAX_VALUE) {
            return least + " or more items";
        }
        return least == 0 ? "at most " + most + " items" : least + " to " + most + " items";
    }
}
