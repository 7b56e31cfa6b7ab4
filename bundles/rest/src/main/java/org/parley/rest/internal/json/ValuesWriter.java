package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.common.Values;

/** Writes a tree of values; its nulls were somebody's and stay. */
final class ValuesWriter extends StdSerializer<Values> {

    private static final long serialVersionUID = 1L;

    ValuesWriter() {
        super(Values.class);
    }

    @Override
    public void serialize(Values values, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(values);
        for (Map.Entry<String, ?> entry : values.asMap().entrySet()) {
            out.writeFieldName(entry.getKey());
            write(entry.getValue(), out, provider);
        }
        out.writeEndObject();
    }

    private void write(@Nullable Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Values nested) {
            serialize(nested, out, provider);
        } else {
            writeList((List<?>) value, out, provider);
        }
    }

    private void writeList(List<?> list, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartArray(list);
        for (Object item : list) {
            write(item, out, provider);
        }
        out.writeEndArray();
    }
}
