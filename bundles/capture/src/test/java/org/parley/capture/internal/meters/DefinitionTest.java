package org.parley.capture.internal.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.capture.api.Event;
import org.parley.capture.api.testing.Events;
import org.parley.common.InvalidInput;
import org.parley.common.Values;

class DefinitionTest {

    private static final Map<String, String> BY_ITEM = Map.of("item", "/item");

    private static Definition definition(String aggregation, String path) {
        return Definition.parse("use", aggregation, Optional.of(path), BY_ITEM, "UTC");
    }

    private static Event event(Map<String, ?> data) {
        return new Event(Events.SELLER, Events.SOURCE, "1", "use", Optional.empty(), Events.TIME, Values.of(data));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("use", "mean", "/n", BY_ITEM, "UTC", "one of sum, count, max, unique, latest"),
                arguments("use", "SUM", "/n", BY_ITEM, "UTC", "one of sum"),
                arguments(" ", "sum", "/n", BY_ITEM, "UTC", "'eventType'"),
                arguments("use", "sum", null, BY_ITEM, "UTC", "'valuePath' is missing"),
                arguments("use", "count", "/n", BY_ITEM, "UTC", "leave 'valuePath' out"),
                arguments("use", "sum", "n", BY_ITEM, "UTC", "JSON Pointer"),
                arguments("use", "sum", "", BY_ITEM, "UTC", "JSON Pointer"),
                arguments("use", "sum", "/a~2", BY_ITEM, "UTC", "JSON Pointer"),
                arguments("use", "sum", "$.n", BY_ITEM, "UTC", "JSON Pointer"),
                arguments("use", "sum", "/n", Map.of("a b", "/x"), "UTC", "begins with a letter"),
                arguments("use", "sum", "/n", Map.of("a", "x"), "UTC", "'groupBy.a' is a JSON Pointer"),
                arguments("use", "sum", "/n", Map.of("a", "/a", "b", "/a", "c", "/a", "d", "/a", "e", "/a", "f", "/a"), "UTC", "at most 5"),
                arguments("use", "sum", "/n", BY_ITEM, "Mars/Olympus", "no time zone"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeMeasuredIsRefused(String type, String aggregation, String path, Map<String, String> groups, String zone,
            String reason) {
        assertThatThrownBy(() -> Definition.parse(type, aggregation, Optional.ofNullable(path), groups, zone))
                .isInstanceOf(InvalidInput.class).hasMessageContaining(reason);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(Map.of("n", new BigDecimal("0.10")), "0.10"),
                arguments(Map.of("n", "12.50"), "12.50"),
                arguments(Map.of("n", "-1e3"), "-1E+3"),
                arguments(Map.of("n", "1e400"), "1E+400"),
                arguments(Map.of("n", "12,50"), null),
                arguments(Map.of("n", "0x10"), null),
                arguments(Map.of("n", "NaN"), null),
                arguments(Map.of("n", "1e999"), null),
                arguments(Map.of("n", new BigDecimal("1e999999999")), null),
                arguments(Map.of("n", "9".repeat(101)), null),
                arguments(Map.of("n", true), null),
                arguments(Map.of("n", Map.of("m", 1)), null),
                arguments(Map.of(), null));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsTakenAsItIsWritten(Map<String, ?> data, String expected) {
        assertThat(definition("sum", "/n").value(event(data)).map(Value::number))
                .isEqualTo(Optional.ofNullable(expected).map(BigDecimal::new));
    }

    @Test
    void aPointerLeadsThroughObjectsAndLists() {
        Map<String, ?> data = Map.of("a/b", Map.of("c~d", List.of(1, Map.of("", 7))));
        assertThat(definition("sum", "/a~1b/c~0d/1/").value(event(data)).map(Value::number)).contains(new BigDecimal(7));
        for (String nowhere : List.of("/a~1b/c~0d/2", "/a~1b/c~0d/01", "/a~1b/c~0d/-", "/x/y", "/a~1b/c~0d/0/z")) {
            assertThat(definition("sum", nowhere).value(event(data))).as(nowhere).isEmpty();
        }
    }

    @Test
    void equalValuesAreOneMember() {
        Definition unique = definition("unique", "/n");
        assertThat(member(unique, new BigDecimal("1.0"))).isEqualTo(member(unique, new BigDecimal("1")));
        assertThat(member(unique, "1")).isNotEqualTo(member(unique, new BigDecimal("1")));
        assertThat(member(unique, "true")).isNotEqualTo(member(unique, true));
        assertThat(unique.value(event(Map.of("n", List.of(1))))).isEmpty();
    }

    private static Member member(Definition unique, Object value) {
        return unique.value(event(Map.of("n", value))).orElseThrow().member();
    }

    @Test
    void eventsAreGroupedByWhatTheySay() {
        Definition meter = definition("sum", "/n");
        assertThat(meter.group(event(Map.of("item", "book")))).isEqualTo(new Group.Of(List.of(Optional.of("book"))));
        assertThat(meter.group(event(Map.of("item", new BigDecimal("1.50"))))).isEqualTo(new Group.Of(List.of(Optional.of("1.5"))));
        assertThat(meter.group(event(Map.of("item", "")))).isEqualTo(new Group.Of(List.of(Optional.empty())));
        assertThat(meter.group(event(Map.of("item", List.of("book"))))).isEqualTo(new Group.Of(List.of(Optional.empty())));
        assertThat(meter.group(event(Map.of("item", "x".repeat(201))))).isEqualTo(Group.REST);
    }

    @Test
    void whyThereIsNoValueIsTold() {
        Definition meter = definition("max", "/n");
        assertThat(meter.whyNoValue(event(Map.of()))).isEqualTo("nothing at /n");
        assertThat(meter.whyNoValue(event(Map.of("n", "x")))).isEqualTo("at /n is no number");
    }
}
