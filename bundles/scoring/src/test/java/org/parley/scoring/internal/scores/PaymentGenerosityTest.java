package org.parley.scoring.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.ScoreFunction;
import org.parley.scoring.api.testing.ScoreFunctionContract;

class PaymentGenerosityTest extends ScoreFunctionContract<PaymentGenerosity.State> {

    @Override
    protected ScoreFunction<PaymentGenerosity.State> function() {
        return new PaymentGenerosity();
    }

    @Override
    protected List<Event> life() {
        return new Life().pays("8.00", "10.00").pays("0.00", "10.00").pays("12.00", "10.00").pays("10.00", "20.00")
                .events();
    }

    @Override
    protected Instant at() {
        return Life.START.plusSeconds(86_400);
    }

    private Score read(List<Event> events) {
        return function().read(foldAll(events), at());
    }

    /**
     * By hand: ΣP = 30, ΣSP = 50, R = 0.6; residuals P − R·SP are 2, −6, 6, −2, so Σe² = 80; standard error
     * √(4/3 · 80) / 50 = 0.206559; t(3, 0.95) = 2.353363; reach 0.486109.
     */
    @Test
    void agreesWithTheSumsDoneByHand() {
        Score score = read(life());
        assertThat(score.unit()).isEqualTo("ratio");
        assertThat(score.evidence()).isEqualTo(4);
        assertThat(score.value().orElseThrow()).isCloseTo(0.6, within(1e-12));
        assertThat(score.interval().orElseThrow().low()).isCloseTo(0.113891, within(1e-6));
        assertThat(score.interval().orElseThrow().high()).isCloseTo(1.086109, within(1e-6));
        assertThat(score.explanation().lines().get(2).text()).isEqualTo("1 of 4 were zero");
    }

    @Test
    void countsOnlyScoredPricesWithASuggestionThatTheCustomerSet() {
        List<Event> life = new Life().pays("8.00", "10.00").pays("8.00", "10.00")
                .priced(Map.of("price", Life.eur("5.00"), "kind", "PRICE", "fairness", BigDecimal.ONE))
                .priced(Map.of("price", Life.eur("5.00"), "suggested", Life.eur("9.00"), "kind", "PRICE"))
                .priced(Map.of("price", Life.eur("5.00"), "suggested", Life.eur("0.00"), "kind", "PRICE", "fairness", 1))
                .priced(Map.of("price", Life.eur("5.00"), "suggested", Life.eur("5.00"), "kind", "FIXED", "fairness", 1))
                .priced(Map.of("price", Life.eur("9.00"), "suggested", Life.eur("10.00"), "kind", "MAKE_GOOD", "fairness", 1))
                .events();
        assertThat(read(life).evidence()).isEqualTo(2);
        assertThat(read(life).insufficient().orElseThrow()).contains("needs 3").contains("there are 2");
    }

    @Test
    void doesNotAddUpSeveralCurrencies() {
        List<Event> life = new Life().pays("8.00", "10.00").pays("8.00", "10.00").pays("8.00", "10.00")
                .priced(Map.of("price", Map.of("amount", "5.00", "currency", "USD"), "kind", "PRICE", "fairness", 1,
                        "suggested", Map.of("amount", "5.00", "currency", "USD"))).events();
        assertThat(read(life).insufficient().orElseThrow()).contains("several currencies");
    }
}
