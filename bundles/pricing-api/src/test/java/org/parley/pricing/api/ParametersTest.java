package org.parley.pricing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;

class ParametersTest {

    @Test
    void givesDefaultsForWhatIsNotThere() {
        Parameters read = new Parameters(Values.empty());
        assertThat(read.number("a", 0.5, 0, 1)).isEqualTo(0.5);
        assertThat(read.whole("b", 3, 1, 9)).isEqualTo(3);
        assertThat(read.choice("c", "gated", "voluntary")).isEqualTo("gated");
        assertThat(read.decimals("d", 0, 1)).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void readsWhatIsThere() {
        Parameters read = new Parameters(Values.of(Map.of("a", 0.25, "b", 4, "c", "voluntary", "d", Map.of("BUG", 0.3))));
        assertThat(read.number("a", 0.5, 0, 1)).isEqualTo(0.25);
        assertThat(read.whole("b", 3, 1, 9)).isEqualTo(4);
        assertThat(read.choice("c", "gated", "voluntary")).isEqualTo("voluntary");
        assertThat(read.decimals("d", 0, 1)).isEqualTo(Map.of("BUG", new BigDecimal("0.3")));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void namesEveryProblemInOnePass() {
        Parameters read = new Parameters(Values.of(Map.of(
                "a", "much", "b", 2.5, "c", "free", "d", Map.of("BUG", 3), "typo", true)));
        read.number("a", 0.5, 0, 1);
        read.whole("b", 3, 1, 9);
        read.choice("c", "gated", "voluntary");
        read.decimals("d", 0, 1);
        assertThat(read.problems()).extracting(PolicyProblem::parameter)
                .containsExactly("a", "b", "c", "d.BUG", "typo");
        assertThat(read.problems().get(4).detail()).contains("there are: a, b, c, d");
        assertThatThrownBy(read::requireNone).isInstanceOf(InvalidInput.class).hasMessageContaining("'a'");
    }

    @Test
    void makeGoodKeepsThePriceItReplaces() {
        PriceResponse raised = PriceResponse.makeGood(Money.parse("1", "EUR"),
                Money.parse("2", "EUR"), List.of());
        assertThat(raised.earlier()).contains(Money.parse("1", "EUR"));
        assertThat(PriceResponse.price(Money.parse("2", "EUR")).earlier()).isEmpty();
    }
}
