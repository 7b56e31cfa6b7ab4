package org.parley.cli.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** A JSON object on each line. A column is a key, or keys into nested objects with dots between them. */
final class NdjsonRows implements Rows {

    private final ObjectReader json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build().reader();
    private final LineReader lines;
    private final Columns columns = Columns.open();
    private long number;

    NdjsonRows(InputFile input) {
        this.lines = new LineReader(input);
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() {
        return lines.next().map(this::row);
    }

    private Row row(String line) {
        number++;
        try {
            JsonNode object = json.readTree(line);
            if (!object.isObject()) {
                return unusable(line, "the line is JSON but no object");
            }
            List<String> fields = columns.names().stream().map(name -> value(object, name)).toList();
            return new Row(number, lines.number(), fields, Fields.problem(fields, columns.size()), () -> line);
        } catch (JsonProcessingException e) {
            return unusable(line, "the line is no JSON: " + e.getOriginalMessage());
        }
    }

    private Row unusable(String line, String why) {
        return new Row(number, lines.number(), List.of(), Optional.of(why), () -> line);
    }

    private static String value(JsonNode object, String name) {
        JsonNode found = object.get(name);
        for (int dot = name.indexOf('.'); found == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
            JsonNode nested = object.get(name.substring(0, dot));
            if (nested != null && nested.isObject()) {
                return value(nested, name.substring(dot + 1));
            }
        }
        return found == null || found.isNull() ? "" : found.isBigDecimal() ? found.decimalValue().toPlainString() : found.asText();
    }

    @Override
    public double share() {
        return lines.share();
    }

    @Override
    public void close() {
        lines.close();
    }
}
