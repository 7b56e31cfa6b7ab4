package org.parley.capture.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.capture.internal.journal.Json;

class RuleCompilerTest {

    private static final SchemaLibrary LIBRARY = new SchemaLibrary();

    @Provide
    Arbitrary<JsonNode> schemas() {
        return Schemas.objects();
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        return Schemas.documents().map(document -> document);
    }

    @Property(tries = 3_000)
    void whatStreamsIsCheckedAsTheLibraryDoes(@ForAll("schemas") JsonNode schema, @ForAll("documents") JsonNode document) {
        Rule rule = new RuleCompiler(LIBRARY).compile(schema);
        boolean accepted = LIBRARY.accepts(schema, document);
        Statistics.label("by").collect(rule instanceof LibraryRule ? "library" : "stream");
        Statistics.label("accepted").collect(accepted);

        Faults faults = check(rule, document.toString());

        assertThat(faults.isEmpty()).as("%s on %s: %s", schema, document, faults.all()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"properties\":{\"a\":{\"type\":[\"number\",\"null\"],\"minimum\":0}}} | {\"a\":-1} | data.a | 'data.a' must be a number, 0 or more",
        "{\"properties\":{\"a\":{\"type\":\"number\",\"minimum\":-2,\"maximum\":2}}} | {\"a\":\"x\"} | data.a | 'data.a' must be a number from -2 to 2",
        "{\"properties\":{\"a\":{\"enum\":[\"x\",\"y\",null]}}} | {\"a\":\"z\"} | data.a | 'data.a' must be x or y",
        "{\"required\":[\"b\"]} | {\"a\":1} | data.b | 'data.b' is missing",
        "{\"properties\":{\"a\":{}},\"additionalProperties\":false} | {\"b\":1} | data.b | 'data.b' is no member of this type; known are a",
        "{\"properties\":{\"a\":{\"items\":{\"properties\":{\"b\":{\"type\":\"integer\"}}}}}} | {\"a\":[{},{\"b\":0.5}]} | data.a[1].b | 'data.a[1].b' must be a whole number",
        "{\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":3}}} | {\"a\":\"abcd\"} | data.a | 'data.a' must be a string, with at least 1 and at most 3 characters",
        "{\"properties\":{\"a\":{\"maxItems\":1}}} | {\"a\":[1,2]} | data.a | 'data.a' must have at most 1 items, it has 2",
        "{\"properties\":{\"a\":{\"items\":{\"pattern\":\"^x\"}}}} | {\"a\":[\"x\",\"y\"]} | data.a[1] | 'data.a[1]': does not match the regex pattern ^x",
        "{\"dependentRequired\":{\"a\":[\"b\"]}} | {\"a\":1} | data.a | 'data.a': has a missing property 'b' which is dependent required because 'a' is present",
        "{\"properties\":{\"a\":{\"format\":\"price\"}}} | {\"a\":{\"amount\":\"1.005\",\"currency\":\"EUR\"}} | data.a.amount | 1.005 is no amount in EUR: at most 2 decimals, below 9.2e18 minor units",
    })
    void aFaultSaysWhereAndWhatIsWanted(String schema, String data, String field, String detail) {
        Faults faults = check(new RuleCompiler(LIBRARY).compile(Schemas.json(schema)), data);

        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.detail()).isEqualTo(detail);
        });
    }

    @Test
    void whatNoEventMayHoldIsFoundOnEveryWay() {
        String deep = "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}";
        for (String schema : new String[] {"{}", "{\"properties\":{\"a\":{}}}", "{\"properties\":{\"a\":{\"items\":{\"items\":{}}}}}",
                "{\"properties\":{\"a\":{\"uniqueItems\":true}}}", "{\"minProperties\":0}"}) {
            Rule rule = new RuleCompiler(LIBRARY).compile(Schemas.json(schema));
            assertThat(check(rule, deep).all()).as(schema).hasSize(1)
                    .allMatch(fault -> fault.detail().endsWith("is nested deeper than 64 levels"));
            assertThat(check(rule, "{\"a\":[1e999999999]}").all()).as(schema).hasSize(1);
            assertThat(check(rule, "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}").all()).as(schema).isEmpty();
        }
    }

    static Faults check(Rule rule, String data) {
        Faults faults = new Faults();
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = Json.FACTORY.createParser(bytes)) {
            parser.nextToken();
            rule.check(parser, Where.DATA, faults);
            assertThat(parser.nextToken()).as("what is left of %s", data).isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }
}
