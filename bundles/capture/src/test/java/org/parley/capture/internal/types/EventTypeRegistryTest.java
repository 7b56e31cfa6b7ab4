package org.parley.capture.internal.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.rules.Faults;
import org.parley.capture.internal.rules.Schemas;
import org.parley.capture.internal.rules.Where;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.store.Engine;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class EventTypeRegistryTest {

    private static final SellerId ACME = new SellerId("acme");
    private static final SellerId OTHER = new SellerId("other");
    private static final String VISIT = "com.acme.visit";
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00.123456789Z");

    @Parameter
    Engine engine;
    @TempDir
    Path folder;

    private CaptureDatabase database;
    private EventTypeRegistry types;

    @BeforeEach
    void open() {
        database = new CaptureDatabase(TestDatabases.in(folder, engine));
        types = new EventTypeRegistry(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private EventType publish(SellerId seller, String schema) {
        return types.publish(seller, VISIT, json(schema), NOW);
    }

    private static JsonNode json(String text) {
        return Schemas.json(text.replace('\'', '"'));
    }

    private boolean accepts(SellerId seller, String type, String data) throws IOException {
        Faults faults = new Faults();
        try (JsonParser parser = Json.FACTORY.createParser(data.replace('\'', '"').getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            types.of(seller, type).check(parser, Where.DATA, faults);
        }
        return faults.isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'minimum':1e999999999}", "{'properties':{'page':{'maximum':-1e500}}}", "{'x-note':1e-401}"})
    void aNumberTooLongToWriteOutIsRefused(String schema) {
        assertThatThrownBy(() -> publish(ACME, schema)).isInstanceOf(InvalidInput.class).hasMessageContaining("exponent");
    }

    @Test
    void versionsAreKeptAndTheNewestIsCheckedAgainst() throws IOException {
        assertThat(accepts(ACME, VISIT, "{'page':1}")).isTrue();
        publish(ACME, "{'properties':{'page':{'type':'string'}},'additionalProperties':false}");
        assertThat(accepts(ACME, VISIT, "{'page':1}")).isFalse();
        assertThat(accepts(ACME, VISIT, "{'seconds':1}")).isFalse();
        EventType second = publish(ACME,
                "{'properties':{'page':{'type':'string'},'seconds':{'minimum':0}},'additionalProperties':false}");

        assertThat(second.version()).isEqualTo(2);
        assertThat(accepts(ACME, VISIT, "{'seconds':1}")).isTrue();
        assertThat(accepts(OTHER, VISIT, "{'page':1}")).isTrue();
        assertThat(types.find(ACME, VISIT)).contains(second);
        assertThat(types.find(ACME, VISIT, 1)).hasValueSatisfying(first ->
                assertThat(first.schema()).isEqualTo(json("{'properties':{'page':{'type':'string'}},'additionalProperties':false}")));
        assertThat(types.find(ACME, VISIT, 3)).isEmpty();
        assertThat(types.find(OTHER, VISIT)).isEmpty();
        assertThat(new EventTypeRegistry(database).find(ACME, VISIT)).contains(second);
    }

    @Test
    void theSameSchemaAgainIsNoNewVersion() {
        publish(ACME, "{'required':['a'],'properties':{'a':{'minimum':1.50}}}");

        assertThat(publish(ACME, "{'properties':{'a':{'minimum':1.50}},'required':['a']}").version()).isEqualTo(1);
    }

    @Test
    void aSchemaThatRefusesWhatWasAcceptedIsRefusedWithTheReason() {
        publish(ACME, "{}");

        assertThatThrownBy(() -> publish(ACME, "{'required':['level']}")).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INCOMPATIBLE_SCHEMA);
            assertThat(refused).hasMessage("'/properties/level' became required; events without it were accepted so far");
            assertThat(refused.errors().get(0).field()).isEqualTo("/properties/level");
        });
        assertThat(types.find(ACME, VISIT).orElseThrow().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'type':'text'} | /type",
        "{'minimum':'1'} | /minimum",
        "{'properties':{'a':{'requird':['b']}}} | /properties/a/requird",
        "{'properties':{'a':{'$ref':'https://example.com/schema'}}} | /properties/a/$ref",
        "{'properties':{'a':{'$ref':'file:/etc/passwd'}}} | /properties/a/$ref",
        "{'properties':{'a':{'$ref':'#/$defs/none'}}} | /properties/a/$ref",
        "{'properties':{'a':{'$ref':'#'}}} | /properties/a/$ref",
        "{'$defs':{'a':{'allOf':[{'$ref':'#/$defs/a'}]}},'$ref':'#/$defs/a'} | /allOf/0/$ref",
        "{'default':{'type':7},'$ref':'#/default'} | ``",
        "{'$dynamicRef':'#a'} | /$dynamicRef",
        "{'$id':'https://json-schema.org/draft/2020-12/schema'} | /$id",
        "{'$schema':'http://json-schema.org/draft-07/schema#'} | /$schema",
        "{'properties':{'a':{'pattern':'(a)\\\\1'}}} | /properties/a/pattern",
        "{'properties':{'a':{'pattern':'(?=a)'}}} | /properties/a/pattern",
        "{'properties':{'a':{'pattern':'((a{1000}){1000}){1000}'}}} | /properties/a/pattern",
        "{'patternProperties':{'(':{}}} | /patternProperties/(",
        "{'properties':{'a':{'pattern':'([a-z]{1,30}[0-9]?){30}'}}} | /properties/a/pattern",
        "{'properties':{'a':{'uniqueItems':true}}} | /properties/a/uniqueItems",
        "{'properties':{'a':{'format':'email'}}} | /properties/a/format",
        "{'properties':{'a':{'minLength':1e9}}} | /properties/a/minLength",
        "[] | ``",
        "true | ``",
    })
    void aSchemaThatCannotBeUsedIsRefusedWithItsPlace(String schema, String place) {
        assertThatThrownBy(() -> publish(ACME, schema)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_SCHEMA);
            assertThat(refused.errors()).extracting(InvalidInput.FieldError::field).contains(place);
        });
    }

    @Test
    void schemasHaveLimits() {
        String wide = "{'$defs':{'a':{'allOf':[{},{},{},{}]},'b':{'allOf':[{'$ref':'#/$defs/a'},{'$ref':'#/$defs/a'},"
                + "{'$ref':'#/$defs/a'},{'$ref':'#/$defs/a'}]},'c':{'allOf':[{'$ref':'#/$defs/b'},{'$ref':'#/$defs/b'},"
                + "{'$ref':'#/$defs/b'},{'$ref':'#/$defs/b'}]}},'allOf':[{'$ref':'#/$defs/c'},{'$ref':'#/$defs/c'},"
                + "{'$ref':'#/$defs/c'},{'$ref':'#/$defs/c'},{'$ref':'#/$defs/c'},{'$ref':'#/$defs/c'}]}";
        String deep = "{'items':".repeat(20) + "{}" + "}".repeat(20);
        String large = "{'description':'" + "x".repeat(CheckedSchema.MAX_CHARACTERS) + "'}";
        for (String schema : List.of(wide, deep, large)) {
            assertThatThrownBy(() -> publish(ACME, schema)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void referencesWithinTheDocumentCount() throws IOException {
        publish(ACME, "{'$defs':{'level':{'type':'integer','minimum':-2},'a/b':{'type':'string'}},'properties':"
                + "{'level':{'$ref':'#/$defs/level','maximum':2},'name':{'$ref':'#/$defs/a~1b'}}}");

        assertThat(accepts(ACME, VISIT, "{'level':2,'name':'x'}")).isTrue();
        assertThat(accepts(ACME, VISIT, "{'level':3}")).isFalse();
        assertThat(accepts(ACME, VISIT, "{'level':-3}")).isFalse();
        assertThat(accepts(ACME, VISIT, "{'name':1}")).isFalse();
    }

    @Test
    void builtInTypesAreThereForAllAndNobodyChangesThem() throws IOException {
        assertThat(types.list(ACME, "", 100)).hasSize(10).allMatch(EventType::builtIn);
        assertThat(types.find(ACME, "org.parley.usage", 1)).isPresent();
        assertThat(types.find(ACME, "org.parley.usage", 2)).isEmpty();
        for (EventType type : types.list(ACME, "", 100)) {
            assertThat(new CheckedSchema().plain(type.schema())).as(type.type()).isNotNull();
            assertThat(accepts(ACME, type.type(), "{}")).as(type.type()).isTrue();
        }
        assertThatThrownBy(() -> types.publish(ACME, "org.parley.usage", json("{}"), NOW)).isInstanceOfSatisfying(
                InvalidInput.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.RESERVED_TYPE));
    }

    @Test
    void theListIsByNameAndGoesOnAfterOne() {
        publish(ACME, "{}");

        assertThat(types.list(ACME, "", 2)).extracting(EventType::type).containsExactly(VISIT, "org.parley.attention");
        assertThat(types.list(ACME, "org.parley.attention", 1)).extracting(EventType::type).containsExactly("org.parley.disclosure");
        assertThat(types.list(OTHER, "", 1)).extracting(EventType::type).containsExactly("org.parley.attention");
    }
}
