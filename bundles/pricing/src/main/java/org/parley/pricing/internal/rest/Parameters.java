package org.parley.pricing.internal.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;

/** Reads query parameters. */
final class Parameters {

    private Parameters() {}

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    static int limit(@Nullable String value) {
        if (value == null) {
            return Page.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= Page.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw malformed("limit", "'limit' is a number from 1 to " + Page.MAX_LIMIT);
        }
        throw malformed("limit", "'limit' is a number from 1 to " + Page.MAX_LIMIT);
    }

    static Optional<Instant> time(String name, @Nullable String value) {
        try {
            return text(value).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw malformed(name, "'" + name + "' must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** A cursor that is a position in the journal; 0, before all, if it is not given. */
    static long position(String name, @Nullable String value) {
        try {
            return text(value).map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException e) {
            throw malformed(name, "'" + name + "' must be the 'next' of the page before");
        }
    }

    private static InvalidInput malformed(String name, String why) {
        return new InvalidInput(ErrorCode.MALFORMED_PARAMETER, name, why);
    }
}
