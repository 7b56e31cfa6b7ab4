package org.parley.capture.internal.metering;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.capture.internal.meters.Window;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.Windows;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** The range of time that usage is asked for. Its ends are ends of windows: a part of a window's usage is not known. */
public record Range(Instant from, Instant to) {

    private static final Instant FIRST = Instant.EPOCH.minusSeconds(86_400);
    private static final Instant LAST = Instant.parse("2200-01-02T00:00:00Z");

    /**
     * Reads a range.
     *
     * @param kind of the windows; hours if one figure over the whole is wanted
     * @param from a time with an offset, or a day in the meter's zone
     * @param to   likewise; if it is not given, the end of the window that it is now in
     * @throws InvalidInput if an end is within a window, which is then told
     */
    public static Range parse(Windows windows, WindowKind kind, Optional<String> from, Optional<String> to, Instant now) {
        Instant start = time("from", from.orElseThrow(() -> new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "from",
                "'from' is missing: usage is asked for from a time or a day on")), windows.zone());
        Instant end = to.map(text -> time("to", text, windows.zone())).orElseGet(() -> windows.at(kind, now).end());
        requireBoundary(windows, kind, "from", start);
        requireBoundary(windows, kind, "to", end);
        if (!start.isBefore(end)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, "to", "'to' is not after 'from': " + end + " and " + start);
        }
        return new Range(start, end);
    }

    private static Instant time(String field, String text, ZoneId zone) {
        Instant time;
        try {
            time = text.length() == "2026-01-31".length() ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, field, "'" + field
                    + "' is a time such as 2026-01-31T12:00:00Z, or a day such as 2026-01-31 in the meter's time zone");
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, field, "'" + field + "' is between the years 1970 and 2200");
        }
        return time;
    }

    private static void requireBoundary(Windows windows, WindowKind kind, String field, Instant time) {
        Window around = windows.at(kind, time);
        if (!around.start().equals(time)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, field, "'" + field + "' is where a window begins: in "
                    + windows.zone() + " the " + kind.label() + " around " + time + " is from " + around.start() + " to "
                    + around.end());
        }
    }
}
