package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.journal.StoredEvent;

/** Events as they are told: the JSON that was sent, and in the same object what the server knows of it. */
final class EventItemJson {

    private EventItemJson() {}

    /**
     * Writes a stored event.
     *
     * @param countedUpTo up to which position all readers have counted
     */
    static void write(JsonGenerator out, StoredEvent event, long countedUpTo) throws IOException {
        String sent = new String(event.json(), StandardCharsets.UTF_8);
        StringBuilder told = new StringBuilder(sent.length() + 80).append(sent, 0, sent.lastIndexOf('}'));
        if (!event.header().timeGiven()) {
            told.append(",\"time\":\"").append(event.header().time()).append('"');
        }
        String state = event.position() <= countedUpTo ? "counted" : "accepted";
        out.writeRawValue(told.append(",\"state\":\"").append(state).append("\"}").toString());
    }

    /** Writes what is known of an event that was not taken; what was sent goes as a string, for it may be odd JSON. */
    static void write(JsonGenerator out, Rejected rejected) throws IOException {
        out.writeStartObject();
        text(out, "source", rejected.source());
        text(out, "id", rejected.id());
        text(out, "type", rejected.type());
        out.writeStringField("state", "rejected");
        out.writeStringField("rejectedAt", rejected.at().toString());
        out.writeFieldName("reason");
        ProblemJson.write(out, rejected.why());
        out.writeNumberField("bytes", rejected.bytes());
        text(out, "sent", rejected.sent());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(name, value.get());
        }
    }
}
