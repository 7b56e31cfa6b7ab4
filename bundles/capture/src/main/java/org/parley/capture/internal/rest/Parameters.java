package org.parley.capture.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.capture.internal.journal.TimelineQuery;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;

/** A request's query parameters. What is not understood is refused: a misspelt filter would let everything through. */
record Parameters(Map<String, String[]> given) {

    private static final Set<String> KNOWN = Set.of("source", "id", "customer", "type", "from", "to", "limit", "after");

    /** @throws InvalidInput if there is a parameter of another name */
    Parameters {
        given.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw malformed(shown(name), "there is no parameter '" + shown(name) + "' here; known are "
                    + String.join(", ", new TreeSet<>(KNOWN)));
        });
    }

    /** What names one event. */
    record EventName(String source, String id) {}

    /**
     * The one event that is asked for; empty if a list is.
     *
     * @throws InvalidInput if there is half a name only
     */
    Optional<EventName> event() {
        Optional<String> source = text("source");
        Optional<String> id = text("id");
        if (source.isPresent() != id.isPresent()) {
            throw malformed(source.isPresent() ? "id" : "source", "an event is named by 'source' and 'id' together; known are "
                    + String.join(", ", new TreeSet<>(KNOWN)));
        }
        return source.map(from -> new EventName(from, id.orElseThrow()));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values[0]).filter(value -> !value.isEmpty());
    }

    TimelineQuery timeline(SellerId seller) {
        return new TimelineQuery(seller, text("customer").map(CustomerId::new), text("type"), instant("from"),
                instant("to"), limit(), text("after"));
    }

    private int limit() {
        return text("limit").map(Parameters::limit).orElse(Page.DEFAULT_LIMIT);
    }

    private static int limit(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= Page.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw malformed("limit", "'limit' is a whole number from 1 to " + Page.MAX_LIMIT);
    }

    private Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return value.length() == "2026-01-31".length() ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw malformed(name, "'" + name + "' is a time such as 2026-01-31T12:00:00Z, or a day in UTC");
            }
        });
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    private static InvalidInput malformed(String field, String detail) {
        return new InvalidInput(ErrorCode.MALFORMED_PARAMETER, field, detail);
    }
}
