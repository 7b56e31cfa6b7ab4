package org.parley.pricing.internal.store;

import org.parley.pricing.internal.Json;

/** A list of texts as one parameter of a statement, for {@link Dialect#eachOf}. */
final class JsonList {

    private JsonList() {}

    static String of(Iterable<String> texts) {
        String object = Json.object(json -> {
            json.writeArrayFieldStart("a");
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        });
        return object.substring(object.indexOf('['), object.length() - 1);
    }
}
