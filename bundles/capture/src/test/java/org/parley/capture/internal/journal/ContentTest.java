package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"a\":1,\"b\":2}         | {\"b\":2,\"a\":1}          | true",
        "{\"a\":1.0}               | {\"a\":1}                  | true",
        "{\"a\":100}               | {\"a\":1e2}                | true",
        "{\"a\":0.0}               | {\"a\":0}                  | true",
        "{\"a\":null}              | {}                         | true",
        "{\"a\":\"\\u0041\"}       | {\"a\":\"A\"}              | true",
        "{\"time\":\"2026-03-01T10:00:00Z\"} | {\"time\":\"2026-03-01T11:00:00.0+01:00\"} | true",
        "{\"d\":{\"time\":\"2026-03-01T10:00:00Z\"}} | {\"d\":{\"time\":\"2026-03-01T10:00:00.0Z\"}} | false",
        "{\"a\":[1,2]}             | {\"a\":[2,1]}              | false",
        "{\"a\":[1,null]}          | {\"a\":[1]}                | false",
        "{\"a\":1}                 | {\"a\":\"1\"}              | false",
        "{\"a\":1}                 | {\"a\":1,\"b\":false}      | false",
        "{\"a\":{\"b\":1}}         | {\"a\":{\"b\":1.5}}        | false"})
    void sameContentInAnotherForm(String one, String two, boolean same) {
        assertThat(content(one).equals(content(two))).isEqualTo(same);
    }

    private static Object content(String json) {
        byte[] bytes = json.strip().getBytes(StandardCharsets.UTF_8);
        return Content.of(Json.object(bytes, 0, bytes.length));
    }
}
