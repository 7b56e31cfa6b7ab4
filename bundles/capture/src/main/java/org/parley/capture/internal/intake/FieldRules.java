package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/** The kinds of rules that fields have. */
final class FieldRules {

    private static final String MONEY = "money is written like {\"amount\":\"12.50\",\"currency\":\"EUR\"}";

    private FieldRules() {}

    static FieldRule text() {
        return (parser, path, faults) -> isA(JsonToken.VALUE_STRING, parser, path, "a string", faults);
    }

    static FieldRule oneOf(String... allowed) {
        Set<String> values = Set.of(allowed);
        String wanted = String.join(" or ", allowed);
        return (parser, path, faults) -> {
            if (isA(JsonToken.VALUE_STRING, parser, path, wanted, faults) && !values.contains(parser.getText())) {
                faults.add(path, "'" + path + "' must be " + wanted);
            }
        };
    }

    static FieldRule number() {
        return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a number");
    }

    static FieldRule notNegative() {
        return between(0, Double.POSITIVE_INFINITY, "a number, 0 or more");
    }

    static FieldRule between(double least, double most) {
        return between(least, most, "a number from " + (long) least + " to " + (long) most);
    }

    private static FieldRule between(double least, double most, String wanted) {
        return (parser, path, faults) -> {
            if (!parser.currentToken().isNumeric()) {
                wrong(parser, path, wanted, faults);
                return;
            }
            Numbers.check(parser, path, faults);
            double value = parser.getDoubleValue();
            if (value < least || value > most) {
                faults.add(path, "'" + path + "' must be " + wanted);
            }
        };
    }

    /** Money that is not negative. */
    static FieldRule price() {
        return (parser, path, faults) -> {
            if (isA(JsonToken.START_OBJECT, parser, path, "money: " + MONEY, faults)) {
                price(parser, path, faults);
            }
        };
    }

    private static void price(JsonParser parser, String path, Faults faults) throws IOException {
        @Nullable String amount = null;
        @Nullable String currency = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
            if (name.equals("amount") && isText) {
                amount = parser.getText();
            } else if (name.equals("currency") && isText) {
                currency = parser.getText();
            } else {
                DataCheck.skip(parser, path + "." + name, faults);
            }
        }
        if (amount == null || currency == null) {
            faults.add(ErrorCode.INVALID_AMOUNT, path, "'" + path + "' has no amount and currency as strings; " + MONEY);
        } else {
            price(amount, currency, path, faults);
        }
    }

    private static void price(String amount, String currency, String path, Faults faults) {
        try {
            if (Money.parse(amount, currency).isNegative()) {
                faults.add(ErrorCode.INVALID_AMOUNT, path + ".amount", "'" + path + "' must not be negative");
            }
        } catch (InvalidInput e) {
            faults.add(e.under(path));
        }
    }

    private static boolean isA(JsonToken token, JsonParser parser, String path, String wanted, Faults faults)
            throws IOException {
        if (parser.currentToken() == token) {
            return true;
        }
        wrong(parser, path, wanted, faults);
        return false;
    }

    private static void wrong(JsonParser parser, String path, String wanted, Faults faults) throws IOException {
        faults.add(path, "'" + path + "' must be " + wanted);
        DataCheck.skip(parser, path, faults);
    }
}
