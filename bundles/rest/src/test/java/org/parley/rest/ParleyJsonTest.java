package org.parley.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.common.CustomerId;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Page;
import org.parley.common.Values;

class ParleyJsonTest {

    enum Tier { BASIC, GOLD }

    record Price(CustomerId customer, Money amount, Optional<String> comment, List<String> reasons, Tier tier) {}

    record Times(Instant at, LocalDate day, Duration length, Optional<Instant> until) {}

    record Numbers(int whole, BigDecimal ratio, boolean flag) {}

    private final ObjectMapper json = ParleyJson.newMapper();

    @Test
    void writesAndReadsARecord() throws Exception {
        Price price = new Price(new CustomerId("c-1"), Money.parse("12.50", "EUR"), Optional.empty(), List.of("OUTAGE"), Tier.GOLD);
        String text = json.writeValueAsString(price);
        assertThat(text).isEqualTo(
                "{\"customer\":\"c-1\",\"amount\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},\"reasons\":[\"OUTAGE\"],\"tier\":\"GOLD\"}");
        assertThat(json.readValue(text, Price.class)).isEqualTo(price);
    }

    @Test
    void mayLeaveOutOptionalsAndLists() throws Exception {
        Price price = json.readValue(
                "{\"customer\":\"c\",\"amount\":{\"amount\":\"1\",\"currency\":\"JPY\"},\"tier\":\"BASIC\",\"comment\":null}", Price.class);
        assertThat(price.comment()).isEmpty();
        assertThat(price.reasons()).isEmpty();
        assertThat(json.readValue("{\"customer\":\"c\",\"amount\":{\"amount\":\"1\",\"currency\":\"JPY\"},\"tier\":\"BASIC\",\"reasons\":null}",
                Price.class).reasons()).isEmpty();
    }

    @Test
    void writesTimesAsText() throws Exception {
        Times times = new Times(Instant.parse("2026-01-31T12:00:00.5Z"), LocalDate.of(2026, 1, 31), Duration.ofHours(36),
                Optional.of(Instant.EPOCH));
        String text = json.writeValueAsString(times);
        assertThat(text).isEqualTo("{\"at\":\"2026-01-31T12:00:00.500Z\",\"day\":\"2026-01-31\",\"length\":\"PT36H\",\"until\":\"1970-01-01T00:00:00Z\"}");
        assertThat(json.readValue(text, Times.class)).isEqualTo(times);
    }

    @Test
    void readsTimesWithAnOffset() throws Exception {
        assertThat(json.readValue("\"2026-01-31T14:00:00+02:00\"", Instant.class)).isEqualTo("2026-01-31T12:00:00Z");
    }

    @Test
    void keepsTheNextOfAPageWhenThereIsNone() throws Exception {
        assertThat(json.writeValueAsString(new Page<>(List.of(1), Optional.empty()))).isEqualTo("{\"items\":[1],\"next\":null}");
        assertThat(json.writeValueAsString(new Page<>(List.of(1), Optional.of("x")))).isEqualTo("{\"items\":[1],\"next\":\"x\"}");
        assertThat(json.readValue("{\"items\":[\"a\"],\"next\":null}", new TypeReference<Page<String>>() {}))
                .isEqualTo(new Page<>(List.of("a"), Optional.empty()));
    }

    @Test
    void writesAnExplanationAsItsLines() throws Exception {
        Explanation why = Explanation.of(new Explanation.Line("RATE", "10 h at 1.20", new BigDecimal("12.00")));
        String text = json.writeValueAsString(why);
        assertThat(text).isEqualTo("[{\"code\":\"RATE\",\"text\":\"10 h at 1.20\",\"effect\":12.00}]");
        assertThat(json.readValue(text, Explanation.class)).isEqualTo(why);
    }

    @Test
    void writesAndReadsTreesExactly() throws Exception {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("n", new BigDecimal("0.10000000000000000000001"));
        entries.put("list", Arrays.asList(BigDecimal.ONE, null, true, Values.of(Map.of("a", "ü"))));
        entries.put("none", null);
        Values values = Values.of(entries);
        String text = json.writeValueAsString(values);
        assertThat(text).isEqualTo("{\"n\":0.10000000000000000000001,\"list\":[1,null,true,{\"a\":\"ü\"}],\"none\":null}");
        assertThat(json.readValue(text, Values.class)).isEqualTo(values);
    }

    @Test
    void writesIdsAsKeys() throws Exception {
        assertThat(json.writeValueAsString(Map.of(new CustomerId("c"), 1))).isEqualTo("{\"c\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"whole":"1","ratio":1,"flag":true}            | 'whole' must be a whole number
            {"whole":1.5,"ratio":1,"flag":true}            | 'whole' must be a whole number
            {"whole":1,"ratio":"1","flag":true}            | 'ratio' must be a number
            {"whole":1,"ratio":1e25555555555,"flag":true}  | 'ratio' must be a number
            {"whole":1,"ratio":1e999999999,"flag":true}    | 'ratio' must be a number
            {"whole":1,"ratio":1,"flag":1}                 | 'flag' must be true or false
            {"whole":1,"ratio":1}                          | 'flag' is missing
            {"whole":1,"ratio":null,"flag":true}           | 'ratio' is missing
            {"whole":null,"ratio":1,"flag":true}           | 'whole'
            {"whole":1,"ratio":1,"flag":true,"x":1}        | there is no field 'x' here; known are flag, ratio, whole
            {"whole":1,"whole":1,"ratio":1,"flag":true}    | the field 'whole' is there twice
            {"whole":1,"ratio":1,"flag":true} x            | the body is no well-formed JSON (line 1, column 35)
            {"whole":1,"ratio":1,"flag":true} {}           | after the end
            {"whole":1,"ratio":NaN,"flag":true}            | the body is no well-formed JSON (line 1, column
            {"whole":99999999999,"ratio":1,"flag":true}    | line 1
            []                                             | the body must be an object
            {"whole":                                      | the body ends in the middle of a value (line 1, column
            ``                                             | there is none
            """)
    void refusesWhatItCannotRead(String body, String told) {
        assertThatThrownBy(() -> json.readValue(body == null ? "" : body, Numbers.class)).satisfies(failure -> {
            Problem problem = Problem.of(failure, "r-1");
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.type()).isEqualTo("/problems/malformed-json");
            assertThat(problem.detail()).contains(told).doesNotContain("java", "parley", "`", "jackson", "Stream");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"customer":"","amount":{"amount":"1","currency":"EUR"},"tier":"GOLD"}      | customer          | 422
            {"customer":7,"amount":{"amount":"1","currency":"EUR"},"tier":"GOLD"}       | customer          | 400
            {"customer":"c","amount":{"amount":"1.234","currency":"EUR"},"tier":"GOLD"} | amount.amount     | 422
            {"customer":"c","amount":{"amount":"1","currency":"EUX"},"tier":"GOLD"}     | amount.currency   | 422
            {"customer":"c","amount":{"amount":1.5,"currency":"EUR"},"tier":"GOLD"}     | amount.amount     | 400
            {"customer":"c","amount":{"amount":"1"},"tier":"GOLD"}                      | amount.currency   | 400
            {"customer":"c","amount":{"amount":"1","currency":"EUR"},"tier":"IRON"}     | tier              | 400
            {"customer":"c","amount":{"amount":"1","currency":"EUR"},"tier":1}          | tier              | 400
            {"customer":"c","amount":{"amount":"1","currency":"EUR"},"tier":"GOLD","reasons":[1]} | reasons[0] | 400
            {"customer":"c","amount":{"amount":"1","currency":"EUR"},"tier":"GOLD","comment":"\\ud800"} | comment | 400
            """)
    void namesTheFieldAtFault(String body, String field, int status) {
        assertThatThrownBy(() -> json.readValue(body, Price.class)).satisfies(failure -> {
            Problem problem = Problem.of(failure, "r-1");
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.errors()).singleElement().satisfies(error -> assertThat(error.field()).isEqualTo(field));
            assertThat(problem.detail()).doesNotContain("java", "org.parley", "`");
        });
    }

    @Test
    void tellsABrokenBodyAsOneAlsoInsideAList() {
        assertThatThrownBy(() -> json.readValue("{\"customer\":\"c\",\"reasons\":[", Price.class))
                .satisfies(failure -> assertThat(Problem.of(failure, "r").detail()).contains("the body ends in the middle of a value"));
    }

    @Test
    void boundsTheDepth() {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
        assertThatThrownBy(() -> json.readValue(deep, Values.class)).isInstanceOf(JsonProcessingException.class)
                .satisfies(failure -> assertThat(Problem.of(failure, "r").detail()).contains("nesting depth").doesNotContain("`"));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', '"', '}'};
        assertThatThrownBy(() -> json.readValue(ParleyJson.utf8(new ByteArrayInputStream(body)), Values.class))
                .isInstanceOf(CharacterCodingException.class)
                .satisfies(failure -> assertThat(Problem.of(failure, "r").status()).isEqualTo(400));
    }
}
