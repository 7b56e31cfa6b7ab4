package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Keeps out numbers that are cheap to send and dear to use: {@code 1e999999999} is eleven bytes, and a billion digits
 * as soon as somebody adds one to it.
 */
final class Numbers {

    /** More than a double can express; nothing that is measured needs it. */
    private static final int MAX_EXPONENT = 400;
    private static final int MAX_LENGTH = 100;

    private Numbers() {}

    /** Checks the number the parser stands at; whether it is none that is kept out. */
    static boolean check(JsonParser parser, Where where, Faults faults) throws IOException {
        if (parser.getTextLength() > MAX_LENGTH) {
            faults.add(where.toString(), "a number has at most " + MAX_LENGTH + " characters");
            return false;
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !exponentFits(parser)) {
            faults.add(where.toString(), "a number's exponent is between -" + MAX_EXPONENT + " and " + MAX_EXPONENT);
            return false;
        }
        return true;
    }

    private static boolean exponentFits(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int end = start + parser.getTextLength();
        for (int i = start; i < end; i++) {
            if ((text[i] | 0x20) == 'e') {
                return exponent(text, i + 1, end) <= MAX_EXPONENT;
            }
        }
        return true;
    }

    /** The exponent without its sign, or something that is too large if it is too long to be read. */
    private static int exponent(char[] text, int from, int end) {
        int value = 0;
        for (int i = from; i < end && value <= MAX_EXPONENT; i++) {
            if (text[i] >= '0') {
                value = value * 10 + text[i] - '0';
            }
        }
        return value;
    }
}
