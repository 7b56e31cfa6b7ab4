package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link Located} values. Everything that is neither keys nor a list is kept as it was written. */
final class LocatedYaml {

    private final JsonParser parser;

    private LocatedYaml(JsonParser parser) {
        this.parser = parser;
    }

    static Located read(String yaml) {
        YAMLFactory factory = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new MappingError("the mapping is empty");
            }
            return new LocatedYaml(parser).value("");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new MappingError("line " + line + ": no YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Located value(String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Located(path, line, object(path), false);
            case START_ARRAY -> new Located(path, line, array(path), false);
            default -> single(path, line);
        };
    }

    private Located single(String path, int line) throws IOException {
        Located found = new Located(path, line, parser.getText(), parser.currentToken() == JsonToken.VALUE_STRING);
        if (parser.currentToken() == JsonToken.VALUE_NULL || found.text().isEmpty()) {
            throw found.error("has no value");
        }
        return found;
    }

    private Map<String, Located> object(String path) throws IOException {
        Map<String, Located> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, value(path.isEmpty() ? key : path + "." + key));
        }
        return entries;
    }

    private List<Located> array(String path) throws IOException {
        List<Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return items;
    }
}
