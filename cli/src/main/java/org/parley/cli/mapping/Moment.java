package org.parley.cli.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.parley.cli.rows.Row;

/** Where a time comes from, and how it is written. */
interface Moment {

    Instant of(Row row) throws RowRejected;

    /** Reads {@code name} (a column of RFC 3339 times) or {@code {column|constant, format, zone, at}}. */
    static Moment read(Located spec, Names names) {
        if (spec.isText()) {
            return parsing(Text.read(spec, names), OffsetTimes::parse, spec);
        }
        spec.only("column", "constant", "format", "zone", "at");
        if (spec.get("constant").isPresent()) {
            return constant(spec.only("constant").need("constant"));
        }
        return parsing(Text.read(spec.need("column"), names), parser(spec), spec);
    }

    private static Moment constant(Located time) {
        try {
            Instant instant = OffsetTimes.parse(time.text());
            return row -> instant;
        } catch (DateTimeException e) {
            throw time.error("'" + time.text() + "' is no time such as 2026-01-31T12:00:00Z");
        }
    }

    private static Moment parsing(Text text, Parser parser, Located spec) {
        return row -> {
            String written = text.of(row);
            try {
                return parser.parse(written);
            } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                throw new RowRejected(spec.path(), "'" + written + "' is no time of the mapping's format");
            }
        };
    }

    private static Parser parser(Located spec) {
        String format = spec.get("format").map(Located::text).orElse("iso");
        return switch (format) {
            case "iso" -> OffsetTimes::parse;
            case "epochSeconds" -> text -> Instant.ofEpochSecond(Long.parseLong(text));
            case "epochMillis" -> text -> Instant.ofEpochMilli(Long.parseLong(text));
            default -> pattern(spec, format);
        };
    }

    private static Parser pattern(Located spec, String pattern) {
        ZoneId zone = spec.get("zone").map(Moment::zone).orElse(ZoneId.of("UTC"));
        LocalTime at = spec.get("at").map(Moment::at).orElse(LocalTime.MIDNIGHT);
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            return text -> instant(formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from),
                    zone, at);
        } catch (IllegalArgumentException e) {
            throw spec.need("format").error("'" + pattern + "' is neither iso, epochSeconds, epochMillis nor a pattern such"
                    + " as yyyy-MM-dd: " + e.getMessage());
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone, LocalTime at) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (parsed instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return LocalDate.from(parsed).atTime(at).atZone(zone).toInstant();
    }

    private static ZoneId zone(Located name) {
        try {
            return ZoneId.of(name.text());
        } catch (DateTimeException e) {
            throw name.error("'" + name.text() + "' is no time zone such as UTC or Europe/Vienna");
        }
    }

    private static LocalTime at(Located time) {
        try {
            return LocalTime.parse(time.text());
        } catch (DateTimeException e) {
            throw time.error("'" + time.text() + "' is no time of day such as \"12:00\"");
        }
    }

    /** Reads a written time. */
    interface Parser {
        Instant parse(String text);
    }

    /** RFC 3339, with Z or another offset. */
    final class OffsetTimes {

        private OffsetTimes() {}

        static Instant parse(String text) {
            return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
        }
    }
}
