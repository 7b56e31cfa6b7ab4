package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import org.parley.capture.internal.IntakeFigures;
import org.parley.capture.internal.intake.Counts;
import org.parley.capture.internal.intake.MediaTypes;
import org.parley.capture.internal.intake.Outcome;
import org.parley.capture.internal.intake.Progress;
import org.parley.capture.internal.intake.Upload;
import org.parley.common.ErrorCode;
import org.parley.common.ParleyException;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer in lines that is written while the upload comes in: each rejected event, how far it is, and how it ended.
 * It holds the request's own thread, so a client that does not read holds up nobody but itself.
 */
final class StreamedAnswer implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final IntakeFigures figures;
    private Counts reached = Counts.NONE;

    StreamedAnswer(HttpServletRequest request, HttpServletResponse response, IntakeFigures figures) {
        this.request = request;
        this.response = response;
        this.figures = figures;
    }

    /** Whether the sender of NDJSON accepts NDJSON. */
    static boolean isWanted(HttpServletRequest request, Upload upload) {
        return MediaTypes.plain(upload.mediaType()).equals(MediaTypes.NDJSON)
                && Collections.list(request.getHeaders("Accept")).stream()
                        .anyMatch(accepted -> accepted.toLowerCase(Locale.ROOT).contains(MediaTypes.NDJSON));
    }

    /** What takes the upload. */
    interface Taking {
        void with(Progress progress) throws IOException;
    }

    /** Takes the upload and answers. */
    void to(Taking taking) throws IOException {
        response.setContentType(MediaTypes.NDJSON);
        try {
            taking.with(this);
            line("done", this::counts);
        } catch (ParleyException failure) {
            end(failure);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            figures.count(reached);
        }
    }

    @Override
    public void rejected(Outcome.Item item) {
        line("rejected", out -> OutcomeJson.members(out, item));
    }

    @Override
    public void reached(Counts counts) {
        if (counts.equals(reached)) {
            return;
        }
        reached = counts;
        line("progress", this::counts);
        try {
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(ParleyException failure) throws IOException {
        if (!response.isCommitted()) {
            throw failure;
        }
        if (failure.code() == ErrorCode.INTERNAL) {
            LOG.error("request {} failed", Callers.requestId(request), failure);
        }
        line("problem", out -> {
            Problem problem = Problem.of(failure, Callers.requestId(request));
            ProblemJson.members(out, problem);
            out.writeStringField("instance", problem.instance());
            counts(out);
        });
    }

    private void counts(JsonGenerator out) throws IOException {
        out.writeNumberField("accepted", reached.accepted());
        out.writeNumberField("duplicates", reached.duplicates());
        out.writeNumberField("rejected", reached.rejected());
    }

    private void line(String name, JsonBytes.Writing members) {
        try {
            OutputStream out = response.getOutputStream();
            out.write(JsonBytes.of(json -> {
                json.writeStartObject();
                json.writeObjectFieldStart(name);
                members.to(json);
                json.writeEndObject();
                json.writeEndObject();
            }));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
