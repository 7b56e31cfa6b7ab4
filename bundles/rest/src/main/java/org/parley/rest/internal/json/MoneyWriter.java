package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.parley.common.Money;

/** Writes {@code {"amount":"12.50","currency":"EUR"}}; the amount is a string so that no client reads it as a float. */
final class MoneyWriter extends StdSerializer<Money> {

    private static final long serialVersionUID = 1L;

    MoneyWriter() {
        super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(money);
        out.writeStringField("amount", money.amount().toPlainString());
        out.writeStringField("currency", money.currency().getCurrencyCode());
        out.writeEndObject();
    }
}
