package org.parley.capture.internal.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must hold in every zone of the world, at every time since 1970. */
class WindowsProperties {

    private record Measured(Instant time, BigDecimal value) {}

    @Provide
    Arbitrary<Windows> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(name -> new Windows(ZoneId.of(name)));
    }

    /** Half of them close to a change of some clock, where faults are. */
    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, Instant.parse("2037-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Property(tries = 3000)
    void windowsPartitionTime(@ForAll("zones") Windows windows, @ForAll("times") Instant time) {
        for (Instant each : List.of(time, nearChange(windows, time))) {
            for (WindowKind kind : WindowKind.values()) {
                Window window = windows.at(kind, each);
                assertThat(window.contains(each)).isTrue();
                assertThat(windows.at(kind, window.start())).isEqualTo(window);
                assertThat(windows.at(kind, window.end().minusNanos(1))).isEqualTo(window);
                assertThat(windows.at(kind, window.end()).start()).isEqualTo(window.end());
            }
        }
    }

    private static Instant nearChange(Windows windows, Instant time) {
        var next = windows.zone().getRules().nextTransition(time);
        return next == null ? time : next.getInstant().minusSeconds(time.getEpochSecond() % 7200 - 3600);
    }

    @Property(tries = 2000)
    void hoursMakeUpDaysAndDaysMakeUpMonths(@ForAll("zones") Windows windows, @ForAll("times") Instant time) {
        Window month = windows.at(WindowKind.MONTH, nearChange(windows, time));
        for (Window day : WindowsTest.split(windows, WindowKind.DAY, month)) {
            assertThat(day.end()).isBeforeOrEqualTo(month.end());
            assertThat(windows.isBoundary(WindowKind.HOUR, day.start())).isTrue();
        }
        Window day = windows.at(WindowKind.DAY, nearChange(windows, time));
        for (Window hour : WindowsTest.split(windows, WindowKind.HOUR, day)) {
            assertThat(hour.end()).isBeforeOrEqualTo(day.end());
            assertThat(Duration.between(hour.start(), hour.end())).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
        }
    }

    @Property(tries = 500)
    void aCoverIsTheRange(@ForAll("zones") Windows windows, @ForAll("times") Instant time,
            @ForAll @IntRange(min = 0, max = 500) int days) {
        Instant from = windows.at(WindowKind.HOUR, nearChange(windows, time)).start();
        Instant to = windows.at(WindowKind.HOUR, from.plus(Duration.ofDays(days))).start();
        Instant reached = from;
        for (Windows.Span span : windows.cover(from, to)) {
            assertThat(span.from()).isEqualTo(reached);
            assertThat(windows.isBoundary(span.kind(), span.from())).isTrue();
            assertThat(windows.isBoundary(span.kind(), span.to())).isTrue();
            reached = span.to();
        }
        assertThat(reached).isEqualTo(to);
        assertThat(windows.cover(from, to)).hasSizeLessThanOrEqualTo(5);
    }

    @Property(tries = 300)
    void sumsByHourDayAndMonthAreTheSumOfTheEvents(@ForAll("zones") Windows windows, @ForAll("times") Instant around,
            @ForAll @Size(max = 60) List<@IntRange(min = -5_000_000, max = 5_000_000) Integer> seconds) {
        Instant centre = nearChange(windows, around);
        List<Measured> events = seconds.stream()
                .map(offset -> new Measured(centre.plusSeconds(offset), new BigDecimal("0.1").multiply(BigDecimal.valueOf(offset))))
                .toList();
        BigDecimal total = events.stream().map(Measured::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (WindowKind kind : WindowKind.values()) {
            Map<Instant, Aggregate> rows = new TreeMap<>();
            for (Measured event : events) {
                rows.merge(windows.at(kind, event.time()).start(), new Aggregate.Sum(event.value()), Aggregate::merge);
            }
            assertThat(Aggregation.SUM.merge(rows.values()).value().orElseThrow()).isEqualByComparingTo(total);
        }
    }
}
