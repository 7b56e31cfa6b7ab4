package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.parley.common.Money;

/** How the API writes what is more than plain JSON. */
final class Json {

    private Json() {}

    static void money(JsonGenerator json, String name, Money money) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("amount", money.amount().toPlainString());
        json.writeStringField("currency", money.currency().getCurrencyCode());
        json.writeEndObject();
    }

    /** A field that is left out when it is blank. */
    static void text(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
