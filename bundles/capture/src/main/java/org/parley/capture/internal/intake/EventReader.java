package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.journal.EventEncoder;
import org.parley.capture.internal.journal.EventHeader;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.journal.Rejection;
import org.parley.capture.internal.rules.Faults;
import org.parley.capture.internal.rules.Rule;
import org.parley.capture.internal.rules.Skip;
import org.parley.capture.internal.rules.Where;
import org.parley.common.ErrorCode;

/**
 * Reads and checks one event after the other from JSON bytes, in one pass and without building a tree. What goes to the
 * journal are the bytes as they were sent. For one request.
 */
final class EventReader {

    /** How long a rejected event may be to be kept as it was sent. */
    private static final int MAX_KEPT = 32 << 10;
    private static final byte[] NO_DATA = {'{', '}'};

    private final EventRules rules;
    private final TypeRules typeRules;
    private final int maxBytes;
    private final EventEncoder encoder = new EventEncoder();

    EventReader(EventRules rules, TypeRules typeRules, Limits limits) {
        this.rules = rules;
        this.typeRules = typeRules;
        this.maxBytes = limits.eventBytes();
    }

    /**
     * Reads the event that begins where the parser stands, and leaves the parser at its end.
     *
     * @param bytes what the parser reads
     * @param base  where in them the parser began
     * @throws IOException if this is no JSON; the parser is of no more use then
     */
    Verdict read(JsonParser parser, byte[] bytes, int base) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            Skip.value(parser, Where.attribute(""), new Faults());
            return notAnObject();
        }
        return new Reading(parser, bytes, base).read();
    }

    private Verdict notAnObject() {
        Rejection why = new Rejection(ErrorCode.INVALID_EVENT, "an event is a JSON object", List.of());
        return new Verdict.Bad(new Rejected(rules.now(), Optional.empty(), Optional.empty(), Optional.empty(), why,
                Optional.empty(), 0));
    }

    /** One event under way. */
    private final class Reading {

        private final JsonParser parser;
        private final byte[] bytes;
        private final int base;
        private final int start;
        private final Faults faults = new Faults();
        private final Attributes attributes = new Attributes(faults);
        private int dataStart;
        private int dataLength;
        private boolean dataChecked;

        Reading(JsonParser parser, byte[] bytes, int base) {
            this.parser = parser;
            this.bytes = bytes;
            this.base = base;
            this.start = tokenStart();
        }

        Verdict read() throws IOException {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                attributes.seen(name);
                if (name.equals(Attributes.DATA)) {
                    data();
                } else {
                    attributes.read(name, parser);
                }
            }
            return verdict(tokenEnd() - start);
        }

        private Verdict verdict(int length) throws IOException {
            if (length > maxBytes) {
                return bad(length, new Rejection(ErrorCode.TOO_LARGE,
                        "an event has at most " + maxBytes + " bytes, this one has " + length, List.of()));
            }
            if (!dataChecked && faults.isEmpty()) {
                checkDataLate();
            }
            Optional<EventHeader> header = rules.header(attributes, faults);
            if (header.isEmpty()) {
                return bad(length, Rejection.of(faults.all()));
            }
            EventHeader good = header.get();
            return new Verdict.Good(good.source(), good.id(), encoder.encode(good, bytes, start, length,
                    dataLength == 0 ? 0 : dataStart - start, dataLength));
        }

        private Verdict bad(int length, Rejection why) {
            Optional<String> sent = length > MAX_KEPT ? Optional.empty()
                    : Optional.of(new String(bytes, start, length, StandardCharsets.UTF_8));
            return new Verdict.Bad(new Rejected(rules.now(), attributes.source(), attributes.id(), attributes.type(), why, sent,
                    length));
        }

        private void data() throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                dataStart = tokenStart();
                dataChecked = attributes.type().isPresent();
                attributes.type().map(typeRules::of).orElse(Rule.FREE_DATA).check(parser, Where.DATA, faults);
                dataLength = tokenEnd() - dataStart;
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                faults.add(Attributes.DATA, "'data' must be an object");
                Skip.value(parser, Where.DATA, faults);
            }
        }

        /** For an event whose data stands before its type, or that has none, which counts as an empty object. */
        private void checkDataLate() throws IOException {
            Rule late = attributes.type().map(typeRules::of).orElse(Rule.FREE_DATA);
            if (late != Rule.FREE_DATA) {
                try (JsonParser data = dataLength == 0 ? Json.FACTORY.createParser(NO_DATA)
                        : Json.FACTORY.createParser(bytes, dataStart, dataLength)) {
                    data.nextToken();
                    late.check(data, Where.DATA, faults);
                }
            }
        }

        private int tokenStart() {
            return base + (int) parser.currentTokenLocation().getByteOffset();
        }

        private int tokenEnd() {
            return base + (int) parser.currentLocation().getByteOffset();
        }
    }
}
