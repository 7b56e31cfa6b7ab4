package org.parley.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.common.Values;

/** Reads a JSON object as a tree of values. The parser's own limit on nesting bounds the recursion. */
final class ValuesReader extends StdDeserializer<Values> {

    private static final long serialVersionUID = 1L;

    ValuesReader() {
        super(Values.class);
    }

    @Override
    public Values deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return (Values) context.handleUnexpectedToken(Values.class, parser);
        }
        return object(parser, context);
    }

    private Values object(JsonParser parser, DeserializationContext context) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = TextReader.checked(parser.currentName(), context);
            parser.nextToken();
            entries.put(key, value(parser, context));
        }
        return Values.of(entries);
    }

    private @Nullable Object value(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> TextReader.checked(parser.getText(), context);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> DecimalReader.bounded(parser, context);
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> list(parser, context);
            default -> context.handleUnexpectedToken(Values.class, parser);
        };
    }

    private List<@Nullable Object> list(JsonParser parser, DeserializationContext context) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, context));
        }
        return items;
    }
}
