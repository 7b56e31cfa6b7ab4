package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The types of JSON values as JSON Schema names them. */
enum Kind {
    NULL("null"), BOOLEAN("true or false"), INTEGER("a whole number"), NUMBER("a number"), STRING("a string"),
    ARRAY("a list"), OBJECT("an object");

    private final String wanted;

    Kind(String wanted) {
        this.wanted = wanted;
    }

    String wanted() {
        return wanted;
    }

    /** What the parser stands at; a number is an {@code INTEGER} if it is one, be it written as {@code 1.0}. */
    static Kind of(JsonParser parser, boolean lookForIntegers) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> NULL;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case VALUE_NUMBER_INT -> INTEGER;
            case VALUE_NUMBER_FLOAT -> lookForIntegers && isWhole(parser) ? INTEGER : NUMBER;
            case VALUE_STRING -> STRING;
            case START_ARRAY -> ARRAY;
            case START_OBJECT -> OBJECT;
            default -> throw new IllegalStateException("no value: " + parser.currentToken());
        };
    }

    private static boolean isWhole(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.getDecimalValue().stripTrailingZeros().scale() <= 0;
    }
}
