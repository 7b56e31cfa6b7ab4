package org.parley.capture.internal.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** However events are cut into batches and in whatever order they are merged, they come to the same. */
class AggregationProperties {

    private record Sent(Instant time, long position, BigDecimal value) {}

    private static List<Sent> sent(List<BigDecimal> values, Random random) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Sent(Instant.ofEpochSecond(random.nextInt(5)), i + 1, values.get(i))).toList();
    }

    private static Aggregate of(Aggregation aggregation, List<Sent> events) {
        return events.stream().map(event -> aggregation.of(Value.ofNumber(event.value()).orElseThrow(), event.time(), event.position()))
                .reduce(aggregation.zero(), Aggregate::merge);
    }

    private static Optional<BigDecimal> expected(Aggregation aggregation, List<Sent> events) {
        return switch (aggregation) {
            case SUM -> Optional.of(events.stream().map(Sent::value).reduce(BigDecimal.ZERO, BigDecimal::add));
            case COUNT -> Optional.of(BigDecimal.valueOf(events.size()));
            case MAX -> events.stream().map(Sent::value).max(Comparator.naturalOrder());
            case UNIQUE -> Optional.of(BigDecimal.valueOf(events.stream().map(event -> event.value().stripTrailingZeros()).distinct().count()));
            case LATEST -> events.stream().max(Comparator.comparing(Sent::time).thenComparing(Sent::position)).map(Sent::value);
        };
    }

    @Property(tries = 300)
    void partsInAnyOrderComeToTheWhole(@ForAll @Size(max = 40) List<@Scale(4) @BigRange(min = "-3", max = "3") BigDecimal> values,
            @ForAll Random random) {
        List<Sent> events = sent(values, random);
        for (Aggregation aggregation : Aggregation.values()) {
            List<Aggregate> parts = new ArrayList<>();
            for (int start = 0; start < events.size(); ) {
                int end = Math.min(events.size(), start + 1 + random.nextInt(7));
                parts.add(of(aggregation, events.subList(start, end)));
                start = end;
            }
            Collections.shuffle(parts, random);
            Optional<BigDecimal> expected = expected(aggregation, events);
            same(aggregation.merge(parts).value(), expected);
            same(parts.stream().reduce(aggregation.zero(), Aggregate::merge).value(), expected);
            same(of(aggregation, events).value(), expected);
        }
    }

    private static void same(Optional<BigDecimal> value, Optional<BigDecimal> expected) {
        assertThat(value.map(BigDecimal::stripTrailingZeros)).isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
}
