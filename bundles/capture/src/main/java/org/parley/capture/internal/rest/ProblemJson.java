package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.parley.capture.internal.journal.Rejection;
import org.parley.common.InvalidInput.FieldError;
import org.parley.rest.Problem;

/** Writes problems into answers that hold more than a problem. */
final class ProblemJson {

    private ProblemJson() {}

    /** The problem of one event, as an object. */
    static void write(JsonGenerator out, Rejection why) throws IOException {
        out.writeStartObject();
        members(out, Problem.of(why.code(), why.detail(), "", why.errors()));
        out.writeEndObject();
    }

    /** The members of a problem but its instance. */
    static void members(JsonGenerator out, Problem problem) throws IOException {
        out.writeStringField("type", problem.type());
        out.writeStringField("title", problem.title());
        out.writeNumberField("status", problem.status());
        out.writeStringField("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            errors(out, problem.errors());
        }
    }

    private static void errors(JsonGenerator out, List<FieldError> errors) throws IOException {
        out.writeArrayFieldStart("errors");
        for (FieldError error : errors) {
            out.writeStartObject();
            out.writeStringField("field", error.field());
            out.writeStringField("code", error.code().name());
            out.writeStringField("detail", error.detail());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
