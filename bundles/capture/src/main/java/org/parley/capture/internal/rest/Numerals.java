package org.parley.capture.internal.rest;

import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;

/** Reads whole numbers from query parameters. */
final class Numerals {

    private Numerals() {}

    static int limit(Optional<String> value) {
        return value.map(text -> whole("limit", text, Page.MAX_LIMIT)).orElse(Page.DEFAULT_LIMIT);
    }

    /** @throws InvalidInput if the text is no whole number from 1 to {@code most} */
    static int whole(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, name, "'" + name + "' is a whole number from 1 to " + most);
    }
}
