package org.parley.capture.internal.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads RFC 3339 times. The usual form, in UTC, is read by hand: the JDK's parser costs more than all else of an event. */
final class Rfc3339 {

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    /** The JDK's parser alone takes more than the standard allows, such as a time without seconds. */
    private static final Pattern OTHER = Pattern.compile(
            "[0-9]{4}(-[0-9]{2}){2}[Tt][0-9]{2}(:[0-9]{2}){2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Rfc3339() {}

    /** The instant, or empty if the text is no date and time with a zone. */
    static Optional<Instant> parse(String text) {
        try {
            return isUsual(text) ? Optional.of(usual(text)) : other(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> other(String text) {
        return OTHER.matcher(text).matches() ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
    }

    /** Whether it is like {@code 2026-01-31T12:00:00.123Z}, with 0 to 9 decimals and no leap second. */
    private static boolean isUsual(String text) {
        int length = text.length();
        return length > SECONDS_END && length <= SECONDS_END + 2 + NANO_DIGITS && text.charAt(length - 1) == 'Z'
                && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':'
                && text.charAt(16) == ':' && digits(text, 0, 4) && digits(text, 5, 7) && digits(text, 8, 10)
                && digits(text, 11, 13) && digits(text, 14, 16) && digits(text, 17, SECONDS_END) && fraction(text);
    }

    private static boolean fraction(String text) {
        int end = text.length() - 1;
        return end == SECONDS_END
                || text.charAt(SECONDS_END) == '.' && end > SECONDS_END + 1 && digits(text, SECONDS_END + 1, end);
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no time of day");
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos(text));
    }

    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int decimals = end - SECONDS_END - 1; decimals < NANO_DIGITS; decimals++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
