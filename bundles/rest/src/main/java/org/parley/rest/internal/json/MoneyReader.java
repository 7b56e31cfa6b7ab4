package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/** Reads money; its own checks are told with the field they belong to. */
final class MoneyReader extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1L;

    private record Form(String amount, String currency) {}

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Form form = context.readValue(parser, Form.class);
        try {
            return Money.parse(form.amount(), form.currency());
        } catch (InvalidInput e) {
            throw JsonMappingException.from(parser, "no money", e);
        }
    }
}
