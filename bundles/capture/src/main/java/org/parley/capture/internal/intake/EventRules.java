package org.parley.capture.internal.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.parley.capture.api.EventTypes;
import org.parley.capture.internal.journal.EventHeader;
import org.parley.capture.internal.rules.Faults;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.Ids;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/** Turns the attributes of an event into its header, or says what is wrong with them. For one request. */
final class EventRules {

    /** Sources of our own modules: an event from outside with such a source could take the place of a fact of theirs. */
    static final String OWN_SOURCES = "urn:parley:";

    private static final Instant EARLIEST = Instant.EPOCH;

    private final SellerId seller;
    private final Instant now;
    private final Instant latest;
    private String goodSource = "";
    private String goodType = "";

    /** @param now the seller's present, which is also the time of an event that names none */
    EventRules(SellerId seller, Instant now, Limits limits) {
        this.seller = seller;
        this.now = now;
        this.latest = now.plus(limits.ahead());
    }

    /** The seller's present. */
    Instant now() {
        return now;
    }

    /** The header; empty if there are faults, which then are noted. */
    Optional<EventHeader> header(Attributes attributes, Faults faults) {
        if (!attributes.version().equals(Optional.of("1.0"))) {
            faults.add("specversion", "'specversion' must be \"1.0\"");
        }
        String id = attributes.id().orElse("");
        checkId("id", id, faults);
        String source = attributes.source().orElse("");
        checkSource(source, faults);
        String type = attributes.type().orElse("");
        checkType(type, faults);
        attributes.subject().ifPresent(subject -> checkId("subject", subject, faults));
        Instant time = attributes.time().map(text -> time(text, faults)).orElse(now);
        return !faults.isEmpty() ? Optional.empty() : Optional.of(new EventHeader(seller, source, id, type,
                attributes.subject().map(CustomerId::new), time, attributes.time().isPresent()));
    }

    private static void checkId(String attribute, String id, Faults faults) {
        try {
            Ids.check(attribute, id);
        } catch (InvalidInput e) {
            faults.add(e.code(), attribute, id.isEmpty() ? "'" + attribute + "' must be a string that is not empty"
                    : "'" + attribute + "' is not allowed: " + e.getMessage());
        }
    }

    private void checkSource(String source, Faults faults) {
        if (source.equals(goodSource) && !source.isEmpty()) {
            return;
        }
        if (source.isEmpty() || !isReference(source)) {
            faults.add("source", "'source' must be a URI reference such as /shop or urn:example:shop");
        } else if (source.startsWith(OWN_SOURCES)) {
            faults.add("source", "a source that begins with " + OWN_SOURCES + " cannot be sent from outside");
        } else {
            goodSource = source;
        }
    }

    private static boolean isReference(String source) {
        try {
            new URI(source);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void checkType(String type, Faults faults) {
        if (type.equals(goodType) && !type.isEmpty()) {
            return;
        }
        if (type.isBlank() || type.length() > 200 || type.chars().anyMatch(Character::isISOControl)) {
            faults.add("type", "'type' must be a string of 1 to 200 characters such as " + EventTypes.USAGE);
        } else if (type.startsWith(EventTypes.PRICING_PREFIX)) {
            faults.add(ErrorCode.RESERVED_TYPE, "type",
                    "events of type " + EventTypes.PRICING_PREFIX + "* are made by the server alone");
        } else {
            goodType = type;
        }
    }

    private Instant time(String text, Faults faults) {
        Optional<Instant> time = Rfc3339.parse(text);
        if (time.isEmpty()) {
            faults.add(ErrorCode.INVALID_TIME, "time",
                    "'time' must be a date and time with a zone such as 2026-01-31T12:00:00Z");
        } else if (time.get().isBefore(EARLIEST) || time.get().isAfter(latest)) {
            faults.add(ErrorCode.INVALID_TIME, "time", "'time' must be from " + EARLIEST + " to " + latest);
        }
        return time.orElse(now);
    }
}
