package org.parley.capture.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.types.FuzzTypes;

/**
 * The check of data while it streams by, against the library that looks at its tree: the same verdict. The first byte of
 * an input says which type's data it is.
 */
class SchemaFuzzTest {

    private static final FuzzTypes TYPES = new FuzzTypes();
    private static final List<String> NAMES = List.copyOf(TYPES.schemas().keySet());
    private static final SchemaLibrary LIBRARY = new SchemaLibrary();
    private static final JsonMapper TREE = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @FuzzTest(maxDuration = "")
    void saysWhatTheLibrarySays(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        String type = NAMES.get(Math.floorMod(input[0], NAMES.size()));
        byte[] data = Arrays.copyOfRange(input, 1, input.length);
        JsonNode tree;
        try {
            tree = TREE.readTree(new String(data, StandardCharsets.UTF_8));
        } catch (JsonProcessingException | NumberFormatException e) {
            // The tree cannot hold an exponent of more than ten digits.
            return;
        }
        byte[] text = tree.toString().getBytes(StandardCharsets.UTF_8);
        if (tree.isObject() && faults(Rule.FREE_DATA, text).isEmpty()) {
            assertThat(faults(TYPES.rule(type), text).all().isEmpty()).as("%s %s", type, tree)
                    .isEqualTo(LIBRARY.accepts(TYPES.schemas().get(type), tree));
        }
    }

    private static Faults faults(Rule rule, byte[] data) throws IOException {
        Faults faults = new Faults();
        try (JsonParser parser = Json.FACTORY.createParser(data)) {
            parser.nextToken();
            rule.check(parser, Where.DATA, faults);
            assertThat(parser.nextToken()).as("the rule stands at the end of the data").isNull();
        }
        return faults;
    }
}
