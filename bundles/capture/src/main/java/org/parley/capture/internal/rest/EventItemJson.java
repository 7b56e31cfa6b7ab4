package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.parley.capture.internal.journal.Rejects.Rejected;
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

    /** Writes what is known of an event that was not taken. */
    static void write(JsonGenerator out, Rejected rejected) throws IOException {
        out.writeStartObject();
        out.writeStringField("source", rejected.source());
        out.writeStringField("id", rejected.id());
        out.writeStringField("state", "rejected");
        out.writeStringField("rejectedAt", rejected.at().toString());
        out.writeFieldName("reason");
        ProblemJson.write(out, rejected.why());
        out.writeEndObject();
    }
}
