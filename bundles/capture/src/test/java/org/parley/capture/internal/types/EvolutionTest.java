package org.parley.capture.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.capture.internal.rules.SchemaLibrary;
import org.parley.capture.internal.rules.Schemas;

class EvolutionTest {

    private static final SchemaLibrary LIBRARY = new SchemaLibrary();
    private static final Evolution EVOLUTION = new Evolution(LIBRARY);

    /** An older schema, and one that came of it by a few changes, as people make them. */
    record Step(JsonNode older, JsonNode newer) {}

    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<JsonNode> schemas = Schemas.objects();
        return schemas.flatMap(older -> Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, schemas.map(newer -> new Step(older, newer))),
                net.jqwik.api.Tuple.of(6, changed(older).map(newer -> new Step(older, newer)))));
    }

    private static Arbitrary<JsonNode> changed(JsonNode older) {
        Arbitrary<JsonNode> once = Combinators.combine(Arbitraries.randomValue(random -> random.nextInt(1 << 20)), Schemas.objects())
                .as((at, other) -> mutated(older.deepCopy(), at, other));
        return once.flatMap(first -> Combinators.combine(Arbitraries.integers().between(0, 1 << 20), Schemas.objects())
                .as((at, other) -> at % 2 == 0 ? first : mutated(first.deepCopy(), at, other)));
    }

    /** Takes a keyword away somewhere, or puts one of another schema there. */
    private static JsonNode mutated(JsonNode schema, int at, JsonNode other) {
        List<ObjectNode> places = new ArrayList<>();
        collect(schema, places);
        if (places.isEmpty()) {
            return other;
        }
        ObjectNode place = places.get(at % places.size());
        List<String> mine = new ArrayList<>();
        place.fieldNames().forEachRemaining(mine::add);
        List<String> theirs = new ArrayList<>();
        other.fieldNames().forEachRemaining(theirs::add);
        if (at / 31 % 2 == 0 && !mine.isEmpty()) {
            place.remove(mine.get(at / 7 % mine.size()));
        } else if (!theirs.isEmpty()) {
            String keyword = theirs.get(at / 7 % theirs.size());
            place.set(keyword, other.get(keyword).deepCopy());
        }
        return schema;
    }

    private static void collect(JsonNode schema, List<ObjectNode> places) {
        if (schema instanceof ObjectNode object) {
            places.add(object);
            object.path("properties").forEach(inner -> collect(inner, places));
            object.path("patternProperties").forEach(inner -> collect(inner, places));
            object.path("allOf").forEach(inner -> collect(inner, places));
            object.path("anyOf").forEach(inner -> collect(inner, places));
            collect(object.path("items"), places);
            collect(object.path("additionalProperties"), places);
        }
    }

    @Provide
    Arbitrary<List<ObjectNode>> documents() {
        return Schemas.documents().list().ofSize(20);
    }

    @Property(tries = 2_000)
    void whatWasAcceptedIsAccepted(@ForAll("steps") Step step, @ForAll("documents") List<ObjectNode> documents) {
        boolean compatible = EVOLUTION.findings(step.older(), step.newer()).isEmpty();
        Statistics.label("compatible").collect(compatible);
        if (!compatible) {
            return;
        }
        var older = LIBRARY.compile(step.older());
        var newer = LIBRARY.compile(step.newer());
        for (ObjectNode document : documents) {
            if (older.validate(document).isEmpty()) {
                assertThat(newer.validate(document)).as("%s, then %s, on %s", step.older(), step.newer(), document).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | {'description':'any'}",
        "{'properties':{'a':{'type':'integer'}}} | {'properties':{'a':{'type':['number','null']}}}",
        "{'properties':{'a':{'minimum':0,'maximum':5}}} | {'properties':{'a':{'minimum':-1,'maximum':5.5}}}",
        "{'properties':{'a':{'exclusiveMinimum':0}}} | {'properties':{'a':{'minimum':0}}}",
        "{'properties':{'a':{'enum':['x']}}} | {'properties':{'a':{'enum':['x','y']}}}",
        "{'properties':{'a':{'enum':['x']}}} | {'properties':{'a':{'type':'string','maxLength':3}}}",
        "{'required':['a','b']} | {'required':['a']}",
        "{'properties':{'a':{}},'additionalProperties':false} | {'properties':{'a':{},'b':{'type':'string'}},'additionalProperties':false}",
        "{'properties':{'a':{}},'additionalProperties':false} | {'properties':{'b':{'type':'string'}}}",
        "{'properties':{'a':{'type':'string'}}} | {'properties':{'a':{'anyOf':[{'type':'string'},{'type':'object'}]}}}",
        "{'anyOf':[{'type':'string'}]} | {'anyOf':[{'type':'null'},{'type':'string'}]}",
        "{'allOf':[{'required':['a']},{'minProperties':2}]} | {'required':['a'],'minProperties':1}",
        "{'properties':{'a':{'format':'price'}}} | {'properties':{'a':{'format':'money'}}}",
        "{'items':{'type':'integer'},'prefixItems':[{'const':1}]} | {'items':{'type':'number'}}",
        "{'not':{'type':['string','null']}} | {'not':{'type':'string'}}",
        "{'type':'string'} | {'type':'string','minimum':3,'required':['a'],'minItems':2}",
        "{'dependentRequired':{'a':['b','c']}} | {'dependentRequired':{'a':['b']}}",
        "{'unevaluatedProperties':false} | {'unevaluatedProperties':false}",
    })
    void compatible(String older, String newer) {
        assertThat(EVOLUTION.findings(plain(older), plain(newer)).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | {'required':['level']} | '/properties/level' became required; events without it were accepted so far",
        "{'properties':{'a':{'type':'number'}}} | {'properties':{'a':{'type':'integer'}}} | '/properties/a' accepted values of type number so far",
        "{'properties':{'a':{'minimum':0}}} | {'properties':{'a':{'minimum':1}}} | '/properties/a' accepted smaller numbers than 'minimum' 1 allows so far",
        "{'properties':{'a':{'minimum':0}}} | {'properties':{'a':{'exclusiveMinimum':0}}} | '/properties/a' accepted smaller numbers than 'exclusiveMinimum' 0 allows so far",
        "{'properties':{'a':{'enum':['x','y']}}} | {'properties':{'a':{'enum':['x']}}} | '/properties/a' accepted \"y\" so far",
        "{'properties':{'a':{}},'additionalProperties':false} | {'additionalProperties':false} | '/properties/a' is gone; events with it were accepted so far",
        "{'properties':{'a':{}}} | {'properties':{'a':{}},'additionalProperties':false} | '/additionalProperties' became false; events with other members were accepted so far",
        "{} | {'properties':{'a':{'type':'string'}}} | '/properties/a' is new and not free, but events with any value there were accepted so far, as the older schema allowed members it did not name",
        "{'patternProperties':{'^a':{'type':'null'}}} | {'properties':{'a':{'type':'string'}}} | '/properties/a' is new and not free, but events with any value there were accepted so far, as the older schema allowed members it did not name",
        "{'properties':{'a':{'pattern':'a'}}} | {'properties':{'a':{'pattern':'b'}}} | '/properties/a' has another 'pattern' than before, or had none: whether it accepts what was accepted so far is not known",
        "{'oneOf':[{'type':'object'}]} | {'oneOf':[{'type':'object'},{'required':['a']}]} | the data has another 'oneOf' than before, or had none: whether it accepts what was accepted so far is not known",
        "{'type':'array'} | {'allOf':[{'unevaluatedItems':false}]} | the data uses 'unevaluatedItems', so whether it accepts what was accepted so far is not known",
        "{'not':{'type':'string'}} | {'not':{'type':['string','null']}} | the data has a 'not' that is not known to accept what was accepted so far",
        "{'items':{'type':'number'}} | {'prefixItems':[{'const':1}],'items':{'type':'number'}} | '/prefixItems' accepted more values than the listed ones so far",
    })
    void incompatible(String older, String newer, String reason) {
        assertThat(EVOLUTION.findings(plain(older), plain(newer)).all()).extracting(each -> each.detail()).contains(reason);
    }

    private static JsonNode plain(String text) {
        return new CheckedSchema().plain(Schemas.json(text.replace('\'', '"')));
    }
}
