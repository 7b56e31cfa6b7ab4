package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Property(tries = 2000)
    void readsEveryInstantAsTheJdkWritesIt(@ForAll @LongRange(min = YEAR_0, max = YEAR_10000 - 1) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(Rfc3339.parse(instant.toString())).contains(instant);
        assertThat(Rfc3339.parse(Instant.ofEpochSecond(second).toString())).contains(Instant.ofEpochSecond(second));
    }

    @Property(tries = 500)
    void readsEveryOffset(@ForAll @LongRange(min = 0, max = YEAR_10000 - 100_000) long second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        Instant instant = Instant.ofEpochSecond(second);
        OffsetDateTime there = instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
        assertThat(Rfc3339.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there))).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01t10:00:00z", "2026-03-01T10:00:00.000+00:00", "2026-03-01T05:30:00-04:30"})
    void readsOtherForms(String text) {
        assertThat(Rfc3339.parse(text)).contains(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-03-01", "2026-03-01T10:00:00", "2026-03-01 10:00:00Z", "2026-03-01T10:00Z", "2026-02-30T10:00:00Z",
            "2026-13-01T10:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T10:60:00Z", "2026-03-01T10:00:61Z",
            "2026-03-01T10:00:00.Z", "2026-03-01T10:00:00.1234567890Z", "2026-03-01T10:00:00+25:00", "yesterday",
            "2026-03-01T10:00:00.12x4Z", "+12026-03-01T10:00:00Z2026-03-01T10:00:00Z", "２026-03-01T10:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }
}
