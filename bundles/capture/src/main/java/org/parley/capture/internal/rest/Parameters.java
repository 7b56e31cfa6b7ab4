package org.parley.capture.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.capture.internal.journal.RejectsQuery;
import org.parley.capture.internal.journal.TimelineQuery;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/** A request's query parameters. What is not understood is refused: a misspelt filter would let everything through. */
record Parameters(Map<String, String[]> given) {

    private static final Set<String> KNOWN = Set.of("source", "id", "customer", "type", "from", "to", "limit",
            "after", "state", "code");

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

    /**
     * What is asked for if it is rejected events; empty if it is others.
     *
     * @throws InvalidInput if other states are asked for, or parameters that do not go together
     */
    Optional<RejectsQuery> rejects(SellerId seller) {
        Optional<String> state = text("state");
        if (state.filter(value -> !value.equals("rejected")).isPresent()) {
            throw malformed("state", "'state' can be rejected; events that were accepted are listed without it");
        }
        if (state.isPresent() && text("customer").isPresent()) {
            throw malformed("customer", "rejected events are not listed by customer");
        }
        if (state.isEmpty() && text("code").isPresent()) {
            throw malformed("code", "'code' goes with state=rejected");
        }
        return state.map(rejected -> new RejectsQuery(seller, text("type"), text("code").map(Parameters::code), instant("from"),
                instant("to"), limit(), text("after")));
    }

    private static ErrorCode code(String value) {
        return Arrays.stream(ErrorCode.values()).filter(code -> code.name().equals(value)).findFirst().orElseThrow(() ->
                malformed("code", "there is no code '" + shown(value) + "'; codes are such as INVALID_EVENT"));
    }

    TimelineQuery timeline(SellerId seller) {
        return new TimelineQuery(seller, text("customer").map(CustomerId::new), text("type"), instant("from"),
                instant("to"), limit(), text("after"));
    }

    private int limit() {
        return Numerals.limit(text("limit"));
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
