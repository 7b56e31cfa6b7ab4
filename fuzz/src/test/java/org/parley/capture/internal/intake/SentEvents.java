package org.parley.capture.internal.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a body holds, as somebody sees it who reads the whole into a tree: not the intake's way, which reads bytes and
 * builds none.
 *
 * @param byIndex each event by its place, or empty for one that is no JSON
 */
record SentEvents(Map<Long, Optional<JsonNode>> byIndex) {

    private static final Pattern HUGE = Pattern.compile("[eE][-+]?[0-9]{8}");
    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Whether a tree can hold all numbers that may be in this: none with an exponent of more than ten digits. */
    static boolean canJudge(byte[] body) {
        return !HUGE.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }

    /** The events of a body with this media type; empty if it cannot be read at all. */
    static Optional<SentEvents> of(String mediaType, byte[] body) {
        if (mediaType.equals(MediaTypes.NDJSON)) {
            return Optional.of(lines(body));
        }
        JsonNode tree = tree(body).orElse(TREE.missingNode());
        if (mediaType.equals(MediaTypes.BATCH)) {
            return tree.isArray() ? Optional.of(items(tree)) : Optional.empty();
        }
        return tree.isObject() ? Optional.of(new SentEvents(Map.of(0L, Optional.of(tree)))) : Optional.empty();
    }

    private static SentEvents items(JsonNode array) {
        Map<Long, Optional<JsonNode>> events = new TreeMap<>();
        array.forEach(item -> events.put((long) events.size(), Optional.of(item)));
        return new SentEvents(events);
    }

    private static SentEvents lines(byte[] body) {
        Map<Long, Optional<JsonNode>> events = new TreeMap<>();
        long index = 0;
        for (byte[] line : cut(body)) {
            if (!isBlank(line)) {
                events.put(index, tree(line));
            }
            index++;
        }
        return new SentEvents(events);
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).matches("[ \\t\\r]*");
    }

    private static List<byte[]> cut(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                lines.add(Arrays.copyOfRange(body, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /** The JSON in these bytes, if they are UTF-8 and JSON. */
    static Optional<JsonNode> tree(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(TREE.readTree(text)).filter(tree -> !tree.isMissingNode());
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
