package org.parley.capture.internal.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsTest {

    private static Windows in(String zone) {
        return new Windows(ZoneId.of(zone));
    }

    static Stream<Arguments> days() {
        return Stream.of(
                arguments("UTC", "2026-03-29", 24 * 60, 24),
                arguments("Europe/Berlin", "2026-03-28", 24 * 60, 24),
                arguments("Europe/Berlin", "2026-03-29", 23 * 60, 23),
                arguments("Europe/Berlin", "2026-10-25", 25 * 60, 25),
                arguments("America/New_York", "2026-03-08", 23 * 60, 23),
                arguments("America/New_York", "2026-11-01", 25 * 60, 25),
                arguments("Asia/Kolkata", "2026-03-29", 24 * 60, 24),
                // Half an hour less, half an hour more: one window of half an hour each.
                arguments("Australia/Lord_Howe", "2026-10-04", 23 * 60 + 30, 24),
                arguments("Australia/Lord_Howe", "2026-04-05", 24 * 60 + 30, 25),
                // The clock goes forward at midnight: the day starts at one.
                arguments("America/Havana", "2026-03-08", 23 * 60, 23),
                arguments("America/Havana", "2026-11-01", 25 * 60, 25),
                arguments("Asia/Beirut", "2026-03-29", 23 * 60, 23),
                // One minute after midnight back to 23:01 of the day before.
                arguments("America/St_Johns", "2010-11-07", 25 * 60, 26),
                arguments("Pacific/Apia", "2011-12-29", 24 * 60, 24),
                arguments("Pacific/Apia", "2011-12-31", 24 * 60, 24));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("days")
    void aDayHasTheHoursItsClockHas(String zone, String date, long minutes, int hours) {
        Windows windows = in(zone);
        Instant noon = LocalDate.parse(date).atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();
        Window day = windows.at(WindowKind.DAY, noon);
        assertThat(Duration.between(day.start(), day.end()).toMinutes()).isEqualTo(minutes);
        assertThat(split(windows, WindowKind.HOUR, day)).hasSize(hours);
    }

    static List<Window> split(Windows windows, WindowKind kind, Window range) {
        List<Window> parts = new ArrayList<>();
        for (Instant next = range.start(); next.isBefore(range.end()); ) {
            Window part = windows.at(kind, next);
            parts.add(part);
            next = part.end();
        }
        return parts;
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments("Europe/Berlin", WindowKind.HOUR, "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"),
                arguments("Europe/Berlin", WindowKind.HOUR, "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"),
                arguments("Europe/Berlin", WindowKind.DAY, "2026-03-28T23:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
                arguments("Europe/Berlin", WindowKind.DAY, "2026-03-28T22:59:59.999999999Z", "2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z"),
                arguments("Europe/Berlin", WindowKind.MONTH, "2026-03-31T21:59:59Z", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"),
                arguments("Europe/Berlin", WindowKind.MONTH, "2026-03-31T22:00:00Z", "2026-03-31T22:00:00Z", "2026-04-30T22:00:00Z"),
                arguments("UTC", WindowKind.MONTH, "2024-02-29T12:00:00Z", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"),
                arguments("UTC", WindowKind.MONTH, "2025-12-31T23:59:59Z", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z"),
                arguments("Asia/Kolkata", WindowKind.HOUR, "2026-01-01T00:00:00Z", "2025-12-31T23:30:00Z", "2026-01-01T00:30:00Z"),
                arguments("Asia/Kathmandu", WindowKind.HOUR, "2026-01-01T00:14:59Z", "2025-12-31T23:15:00Z", "2026-01-01T00:15:00Z"),
                arguments("Asia/Kolkata", WindowKind.DAY, "2026-01-01T00:00:00Z", "2025-12-31T18:30:00Z", "2026-01-01T18:30:00Z"),
                // Lord Howe, autumn: 01:00 to 02:00, then 01:30 to 02:00 once more.
                arguments("Australia/Lord_Howe", WindowKind.HOUR, "2026-04-04T14:45:00Z", "2026-04-04T14:00:00Z", "2026-04-04T15:00:00Z"),
                arguments("Australia/Lord_Howe", WindowKind.HOUR, "2026-04-04T15:10:00Z", "2026-04-04T15:00:00Z", "2026-04-04T15:30:00Z"),
                arguments("Australia/Lord_Howe", WindowKind.HOUR, "2026-04-04T15:30:00Z", "2026-04-04T15:30:00Z", "2026-04-04T16:30:00Z"),
                // Spring: from 02:00 at once to 02:30, and half an hour to 03:00.
                arguments("Australia/Lord_Howe", WindowKind.HOUR, "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z"),
                // Samoa had no 30 December 2011.
                arguments("Pacific/Apia", WindowKind.DAY, "2011-12-30T09:59:59Z", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z"),
                arguments("Pacific/Apia", WindowKind.DAY, "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z"),
                arguments("Pacific/Apia", WindowKind.MONTH, "2011-12-30T10:00:00Z", "2011-12-01T10:00:00Z", "2011-12-31T10:00:00Z"),
                // The second 23:30 of 6 November in St John's belongs to the 7th, which had begun.
                arguments("America/St_Johns", WindowKind.DAY, "2010-11-07T03:00:00Z", "2010-11-07T02:30:00Z", "2010-11-08T03:30:00Z"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("times")
    void aTimeFallsIntoItsWindow(String zone, WindowKind kind, String time, String start, String end) {
        assertThat(in(zone).at(kind, Instant.parse(time)))
                .isEqualTo(new Window(Instant.parse(start), Instant.parse(end)));
    }

    @Test
    void aRangeIsCoveredByMonthsAndWhatIsLeftAtItsEnds() {
        Windows berlin = in("Europe/Berlin");
        ZoneId zone = berlin.zone();
        Instant from = LocalDateTime.parse("2025-11-29T22:00").atZone(zone).toInstant();
        Instant to = LocalDateTime.parse("2026-04-02T03:00").atZone(zone).toInstant();
        assertThat(berlin.cover(from, to)).containsExactly(
                span(berlin, WindowKind.HOUR, "2025-11-29T22:00", "2025-11-30T00:00"),
                span(berlin, WindowKind.DAY, "2025-11-30T00:00", "2025-12-01T00:00"),
                span(berlin, WindowKind.MONTH, "2025-12-01T00:00", "2026-04-01T00:00"),
                span(berlin, WindowKind.DAY, "2026-04-01T00:00", "2026-04-02T00:00"),
                span(berlin, WindowKind.HOUR, "2026-04-02T00:00", "2026-04-02T03:00"));
    }

    private static Windows.Span span(Windows windows, WindowKind kind, String from, String to) {
        return new Windows.Span(kind, LocalDateTime.parse(from).atZone(windows.zone()).toInstant(),
                LocalDateTime.parse(to).atZone(windows.zone()).toInstant());
    }
}
