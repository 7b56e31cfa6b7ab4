package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads a number exactly. Its exponent is bounded: {@code 1e999999999} is short to send, but would fill the memory as
 * soon as somebody adds one to it.
 */
final class DecimalReader extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final int MAX_EXPONENT = 400;

    DecimalReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        return bounded(parser, context);
    }

    static BigDecimal bounded(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.scale()) <= MAX_EXPONENT) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The exponent has more than ten digits; the parser lets this out as it is.
        }
        throw context.weirdStringException(parser.getText(), BigDecimal.class, "its exponent is too large");
    }
}
