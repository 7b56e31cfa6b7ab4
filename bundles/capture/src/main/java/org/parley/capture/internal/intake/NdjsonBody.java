package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.journal.Outcomes;
import org.parley.capture.internal.journal.Rejection;
import org.parley.common.ErrorCode;

/**
 * A body of one event a line, of any length: appended slice by slice while it is read, in constant memory. A line that
 * cannot be read is rejected alone.
 */
final class NdjsonBody {

    private final EventReader reader;
    private final Tally tally;
    private final EventSink sink;
    private final int maxLine;
    private Slice underWay = new Slice();
    private CompletableFuture<List<Appended>> appended = CompletableFuture.completedFuture(List.of());
    private long line;

    NdjsonBody(EventReader reader, Tally tally, EventSink sink, Limits limits) {
        this.reader = reader;
        this.tally = tally;
        this.sink = sink;
        this.maxLine = limits.eventBytes();
    }

    /**
     * Reads to the end; all that was taken is durable when this returns, and is told then also if it fails.
     *
     * @param eager whether what has come is appended and told before more is waited for
     */
    void read(InputStream body, boolean eager) throws IOException {
        try {
            lines(new Lines(body, maxLine, eager ? this::appendAndSettle : () -> { }));
            append();
        } finally {
            settle();
        }
    }

    private void lines(Lines lines) throws IOException {
        while (lines.next()) {
            if (lines.isTooLong()) {
                reject(ErrorCode.TOO_LARGE, "an event has at most " + maxLine + " bytes; this line is longer");
            } else if (!lines.isBlank()) {
                event(lines.bytes(), lines.start(), lines.length());
            }
            line++;
            if (tally.isFull()) {
                append();
            }
        }
    }

    private void appendAndSettle() {
        append();
        settle();
    }

    /** Appends what was read, once the slice before is settled: so two slices are in memory, and no more. */
    private void append() {
        settle();
        Slice full = tally.cut();
        appended = sink.begin(full.events());
        underWay = full;
    }

    private void settle() {
        Slice settled = underWay;
        CompletableFuture<List<Appended>> outcomes = appended;
        underWay = new Slice();
        appended = CompletableFuture.completedFuture(List.of());
        tally.settle(settled, Outcomes.await(outcomes));
    }

    private void event(byte[] bytes, int start, int length) throws IOException {
        int invalid = Utf8.firstInvalid(bytes, start, start + length);
        if (invalid >= 0) {
            reject(ErrorCode.MALFORMED_JSON,
                    "this line is not UTF-8: no character begins with its byte at offset " + (invalid - start));
            return;
        }
        try (JsonParser parser = Json.FACTORY.createParser(bytes, start, length)) {
            parser.nextToken();
            Verdict verdict = reader.read(parser, bytes, start);
            if (parser.nextToken() == null) {
                tally.add(line, verdict);
            } else {
                reject(ErrorCode.MALFORMED_JSON, "something follows the event on this line");
            }
        } catch (JsonProcessingException e) {
            reject(ErrorCode.MALFORMED_JSON, Malformed.detail(e));
        }
    }

    private void reject(ErrorCode code, String detail) {
        tally.reject(line, Optional.empty(), new Rejection(code, detail, List.of()));
    }
}
