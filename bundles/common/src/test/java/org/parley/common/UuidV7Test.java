package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
    private final UuidV7 ids = new UuidV7(millis::get, new SplittableRandom(1));

    @Test
    void carriesVersionVariantAndTime() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void sortsInTheOrderOfMakingAlsoWithinAMillisecond() {
        List<String> made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void staysInOrderWhenTheClockStepsBack() {
        UUID before = ids.next();
        millis.addAndGet(-5_000);

        assertThat(ids.next().toString()).isGreaterThan(before.toString());
    }
}
