package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.parley.capture.internal.journal.Json;

/** Makes JSON in memory. */
final class JsonBytes {

    private static final int USUAL = 512;

    private JsonBytes() {}

    /** What writes it. */
    interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    static byte[] of(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
