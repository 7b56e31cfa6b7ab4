package org.parley.capture.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.parley.capture.internal.journal.TimelineQuery;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;

/** A request's query parameters. */
record Parameters(HttpServletRequest request) {

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
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

    private static InvalidInput malformed(String field, String detail) {
        return new InvalidInput(ErrorCode.MALFORMED_PARAMETER, field, detail);
    }
}
