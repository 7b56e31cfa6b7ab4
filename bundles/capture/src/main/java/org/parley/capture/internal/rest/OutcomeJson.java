package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.parley.capture.internal.intake.Outcome;
import org.parley.common.ErrorCode;
import org.parley.rest.Problem;

/** The answer to events sent: counts and what was rejected; a problem with the same members if all were. */
record OutcomeJson(Outcome outcome, String requestId) {

    int status() {
        return outcome.allRejected() ? problem().status() : 200;
    }

    String mediaType() {
        return outcome.allRejected() ? Problem.MEDIA_TYPE : "application/json";
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (outcome.allRejected()) {
            ProblemJson.members(out, problem());
            out.writeStringField("instance", requestId);
        }
        out.writeNumberField("accepted", outcome.counts().accepted());
        out.writeNumberField("duplicates", outcome.counts().duplicates());
        out.writeArrayFieldStart("rejected");
        for (Outcome.Item item : outcome.rejected()) {
            write(out, item);
        }
        out.writeEndArray();
        if (outcome.counts().rejected() > outcome.rejected().size()) {
            out.writeNumberField("rejectedCount", outcome.counts().rejected());
        }
        out.writeEndObject();
    }

    private Problem problem() {
        return Problem.of(ErrorCode.INVALID_EVENT, "none of the " + outcome.counts().rejected()
                + " events was taken; 'rejected' says why", requestId);
    }

    private static void write(JsonGenerator out, Outcome.Item item) throws IOException {
        out.writeStartObject();
        members(out, item);
        out.writeEndObject();
    }

    /** The members of one rejected event. */
    static void members(JsonGenerator out, Outcome.Item item) throws IOException {
        out.writeNumberField("index", item.index());
        if (item.id().isPresent()) {
            out.writeStringField("id", item.id().get());
        }
        out.writeFieldName("problem");
        ProblemJson.write(out, item.why());
    }
}
