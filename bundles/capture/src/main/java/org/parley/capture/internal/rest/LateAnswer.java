package org.parley.capture.internal.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.IntakeFigures;
import org.parley.capture.internal.intake.Outcome;
import org.parley.capture.internal.journal.Outcomes;
import org.parley.rest.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is given when the events are durable. Until then the request holds no thread. The thread that then
 * tells all of the answers only fills the response's buffer: the server sends that without waiting for the client.
 */
final class LateAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(LateAnswer.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final IntakeFigures figures;

    LateAnswer(HttpServletRequest request, HttpServletResponse response, IntakeFigures figures) {
        this.request = request;
        this.response = response;
        this.figures = figures;
    }

    /** Answers when the outcome is there. */
    void when(CompletableFuture<Outcome> taken) throws IOException {
        if (taken.isDone()) {
            answer(Outcomes.await(taken));
            return;
        }
        AsyncContext later = request.startAsync();
        later.setTimeout(0);
        taken.whenComplete((outcome, failure) -> finish(later, outcome, failure));
    }

    private void finish(AsyncContext later, @Nullable Outcome outcome, @Nullable Throwable failure) {
        if (outcome != null && !outcome.rejected().isEmpty()) {
            // It may be too large for the buffer.
            later.start(() -> write(later, outcome, null));
        } else {
            write(later, outcome, failure);
        }
    }

    private void write(AsyncContext later, @Nullable Outcome outcome, @Nullable Throwable failure) {
        try {
            if (outcome != null) {
                answer(outcome);
            } else {
                Refusals.write(request, response, Outcomes.reason(failure));
            }
        } catch (IOException e) {
            LOG.debug("nobody waits for the answer to {} any more", Callers.requestId(request), e);
        } finally {
            later.complete();
        }
    }

    private void answer(Outcome outcome) throws IOException {
        figures.count(outcome.counts());
        OutcomeJson answer = new OutcomeJson(outcome, Callers.requestId(request));
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType());
        // The stream is left open: closing it would wait for the client.
        response.getOutputStream().write(JsonBytes.of(answer::write));
    }
}
