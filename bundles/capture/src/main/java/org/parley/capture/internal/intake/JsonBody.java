package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.parley.capture.internal.journal.Json;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** A body that is one event, or one batch: taken as a whole, so of one that breaks off nothing is kept. */
final class JsonBody {

    private final EventReader reader;
    private final Tally tally;
    private final boolean batch;

    JsonBody(EventReader reader, Tally tally, boolean batch) {
        this.reader = reader;
        this.tally = tally;
        this.batch = batch;
    }

    /** @throws InvalidInput if it is no JSON, no UTF-8, or not the one thing or the other */
    void read(WholeBody body) {
        checkUtf8(body);
        try (JsonParser parser = Json.FACTORY.createParser(body.bytes(), 0, body.length())) {
            if (batch) {
                batch(parser, body.bytes());
            } else {
                event(parser, body.bytes());
            }
            if (parser.nextToken() != null) {
                throw malformed("something follows the end of the JSON");
            }
        } catch (JsonProcessingException e) {
            throw malformed(Malformed.detail(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(JsonParser parser, byte[] bytes) throws IOException {
        expect(parser, JsonToken.START_OBJECT, "the body must be one event: a JSON object");
        tally.add(0, reader.read(parser, bytes, 0));
    }

    private void batch(JsonParser parser, byte[] bytes) throws IOException {
        expect(parser, JsonToken.START_ARRAY, "the body must be a batch: a JSON array of events");
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            tally.add(index, reader.read(parser, bytes, 0));
        }
    }

    private static void checkUtf8(WholeBody body) {
        int invalid = Utf8.firstInvalid(body.bytes(), 0, body.length());
        if (invalid >= 0) {
            throw malformed("the body is not UTF-8: no character begins with the byte at offset " + invalid);
        }
    }

    private static void expect(JsonParser parser, JsonToken wanted, String detail) throws IOException {
        if (parser.nextToken() != wanted) {
            throw malformed(detail);
        }
    }

    private static InvalidInput malformed(String detail) {
        return new InvalidInput(ErrorCode.MALFORMED_JSON, "", detail);
    }
}
