package org.parley.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RunningMedianTest {

    @Property
    void isTheMedianOfTheSortedAmountsAfterEachOne(@ForAll @Size(max = 200) List<@LongRange(min = -20, max = 20) Long> amounts) {
        check(amounts);
    }

    @Property
    void isSoForAmountsOfAnySize(@ForAll @Size(max = 60) List<@LongRange(min = 0, max = 1L << 60) Long> amounts) {
        check(amounts);
    }

    private static void check(List<Long> amounts) {
        RunningMedian median = new RunningMedian();
        List<Long> sorted = new ArrayList<>();
        assertThat(median.median()).isEmpty();
        for (long amount : amounts) {
            median.add(amount);
            sorted.add(amount);
            Collections.sort(sorted);
            long lower = sorted.get((sorted.size() - 1) / 2);
            long upper = sorted.get(sorted.size() / 2);
            assertThat(median.median()).hasValue(Math.floorDiv(lower + upper, 2L));
            assertThat(median.size()).isEqualTo(sorted.size());
        }
    }
}
