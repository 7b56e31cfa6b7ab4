package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.journal.Rejection;
import org.parley.common.ErrorCode;

/**
 * A body of one event a line, of any length: appended slice by slice while it is read, in constant memory. A line that
 * cannot be read is rejected alone.
 */
final class NdjsonBody {

    private static final int SLICE_EVENTS = 1000;
    private static final int SLICE_BYTES = 1 << 20;

    private final EventReader reader;
    private final Tally tally;
    private final int maxLine;
    private long line;

    NdjsonBody(EventReader reader, Tally tally, Limits limits) {
        this.reader = reader;
        this.tally = tally;
        this.maxLine = limits.eventBytes();
    }

    void read(InputStream body) throws IOException {
        Lines lines = new Lines(body, maxLine);
        while (lines.next()) {
            if (lines.isTooLong()) {
                reject(ErrorCode.TOO_LARGE, "an event has at most " + maxLine + " bytes; this line is longer");
            } else if (!lines.isBlank()) {
                event(lines.bytes(), lines.start(), lines.length());
            }
            line++;
            if (tally.waiting() >= SLICE_EVENTS || tally.waitingBytes() >= SLICE_BYTES) {
                tally.append();
            }
        }
        tally.append();
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
