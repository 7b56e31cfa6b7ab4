package org.parley.capture.internal.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.capture.api.Event;
import org.parley.common.Values;

/** An event of another module as CloudEvents JSON, and where its data is in it. */
record EventJson(byte[] bytes, int dataOffset, int dataLength) {

    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.UTF_8);

    static EventJson of(Event event) {
        byte[] attributes = json(out -> writeAttributes(out, event));
        byte[] data = json(out -> writeObject(out, event.data().asMap()));
        int dataOffset = attributes.length - 1 + DATA.length;
        Bytes all = new Bytes(dataOffset + data.length + 1);
        all.put(attributes, 0, attributes.length - 1).put(DATA, 0, DATA.length).put(data, 0, data.length).put('}');
        return new EventJson(all.toArray(), dataOffset, data.length);
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeAttributes(JsonGenerator out, Event event) throws IOException {
        out.writeStartObject();
        out.writeStringField("specversion", "1.0");
        out.writeStringField("id", event.id());
        out.writeStringField("source", event.source());
        out.writeStringField("type", event.type());
        if (event.customer().isPresent()) {
            out.writeStringField("subject", event.customer().get().value());
        }
        out.writeStringField("time", event.time().toString());
        out.writeEndObject();
    }

    private static void writeObject(JsonGenerator out, Map<String, ?> entries) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, ?> entry : entries.entrySet()) {
            out.writeFieldName(entry.getKey());
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof Values values) {
            writeObject(out, values.asMap());
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeNull();
        }
    }
}
