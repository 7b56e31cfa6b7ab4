package org.parley.pricing.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;

/** JSON as this module keeps it: straight to and from text, without a tree in between where speed matters. */
public final class Json {

    /** Writes something into a generator. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static final JsonFactory FACTORY = new JsonFactoryBuilder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /** A JSON object. */
    public static String object(Body body) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON", e);
        }
        return text.toString();
    }

    public static String text(Values values) {
        return object(json -> writeEntries(json, values));
    }

    /** A parser of bytes that are UTF-8. */
    public static JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
        return FACTORY.createParser(bytes, offset, length);
    }

    /** The object in text that this module wrote itself. */
    public static Values values(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return readObject(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read stored JSON", e);
        }
    }

    /** The object whose start the parser stands at. */
    public static Values readObject(JsonParser json) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            entries.put(key, readValue(json));
        }
        return Values.of(entries);
    }

    private static @Nullable Object readValue(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readArray(json);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            default -> json.getText();
        };
    }

    private static List<@Nullable Object> readArray(JsonParser json) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(readValue(json));
        }
        return items;
    }

    public static void write(JsonGenerator json, String name, Values values) throws IOException {
        json.writeObjectFieldStart(name);
        writeEntries(json, values);
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, String name, Money money) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("amount", money.amount().toPlainString());
        json.writeStringField("currency", money.currency().getCurrencyCode());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, String name, Explanation explanation) throws IOException {
        json.writeArrayFieldStart(name);
        for (Explanation.Line line : explanation.lines()) {
            json.writeStartObject();
            json.writeStringField("code", line.code());
            json.writeStringField("text", line.text());
            json.writeNumberField("effect", line.effect());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeEntries(JsonGenerator json, Values values) throws IOException {
        for (Map.Entry<String, ?> entry : values.asMap().entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Values nested) {
            json.writeStartObject();
            writeEntries(json, nested);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString((String) value);
        }
    }
}
