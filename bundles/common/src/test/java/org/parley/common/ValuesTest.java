package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private final Values values = Values.of(Map.of("text", "a", "number", 1.5, "whole", 7, "flag", true,
            "price", Map.of("amount", "12.50", "currency", "EUR"), "within", "P7D"));

    @Test
    void givesEachValueInItsType() {
        assertThat(values.text("text")).contains("a");
        assertThat(values.decimal("number")).contains(new BigDecimal("1.5"));
        assertThat(values.whole("whole")).contains(7L);
        assertThat(values.flag("flag")).contains(true);
        assertThat(values.money("price")).contains(Money.parse("12.50", "EUR"));
        assertThat(values.duration("within")).contains(Duration.ofDays(7));
        assertThat(values.text("absent")).isEmpty();
    }

    @Test
    void namesTheKeyOfAValueOfAnotherType() {
        assertThatThrownBy(() -> values.text("number"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("'number' must be a string, not 1.5");
        assertThatThrownBy(() -> values.whole("number")).hasMessage("'number' must be a whole number, not 1.5");
    }

    @Test
    void namesTheWholePathOfABadAmount() {
        Values bad = Values.of(Map.of("price", Map.of("amount", "x", "currency", "EUR")));

        assertThatThrownBy(() -> bad.money("price")).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.errors()).extracting(InvalidInput.FieldError::field).containsExactly("price.amount"));
    }

    @Test
    void isReadOnceAndOnlyWhenLookedAt() {
        AtomicInteger reads = new AtomicInteger();
        Values lazy = Values.lazy(() -> Map.of("n", reads.incrementAndGet()));

        assertThat(reads).hasValue(0);
        assertThat(lazy.whole("n")).contains(1L);
        assertThat(lazy.whole("n")).contains(1L);
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeFrom() {
        Map<String, Object> source = new HashMap<>(Map.of("a", new ArrayList<>(List.of("x"))));
        Values made = Values.of(source);

        source.put("b", "y");

        assertThat(made.has("b")).isFalse();
        assertThatThrownBy(() -> made.list("a").remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsNullsInsideListsAndTreatsANullEntryAsAbsent() {
        Map<String, Object> source = new HashMap<>();
        source.put("gone", null);
        source.put("list", Arrays.asList("a", null));

        assertThat(Values.of(source).has("gone")).isFalse();
        assertThat(Values.of(source).list("list")).hasSize(2);
    }
}
