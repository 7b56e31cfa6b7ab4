package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An object that is money. */
record MoneyRule(MoneyForm form) implements Rule {

    @Override
    public void check(JsonParser parser, Where where, Faults faults) throws IOException {
        @Nullable String amount = null;
        @Nullable String currency = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
            if (name.equals("amount")) {
                amount = isText ? parser.getText() : null;
            } else if (name.equals("currency")) {
                currency = isText ? parser.getText() : null;
            }
            if (!isText) {
                Skip.value(parser, where.member(name), faults);
            }
        }
        form.check(amount, currency, where, faults);
    }
}
