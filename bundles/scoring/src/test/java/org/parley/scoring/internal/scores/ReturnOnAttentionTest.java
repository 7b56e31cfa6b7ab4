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

class ReturnOnAttentionTest extends ScoreFunctionContract<ReturnOnAttention.State> {

    @Override
    protected ScoreFunction<ReturnOnAttention.State> function() {
        return new ReturnOnAttention();
    }

    /** Cycle 1: 10 EUR, 1 h of use. Cycle 2: 6 EUR, worth 8, ½ h of use and ½ h of effort. Cycle 3: 4 EUR, 1 h 40 in the background. */
    @Override
    protected List<Event> life() {
        return new Life().uses(3600).pays("10.00", "10.00")
                .uses(1800).attends(0, 1800, "web", "self").pays("6.00", "10.00", "8.00")
                .attends(6000, 0, "audio-background", "self").pays("4.00", "10.00")
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
     * By hand: values 10, 8, 4; hours 1, 1, 0.3 · 100/60 = 0.5; R = 22 / 2.5 = 8.8; residuals 1.2, −0.8, −0.4, so
     * Σe² = 2.24; standard error √(3/2 · 2.24) / 2.5 = 0.733212; t(2, 0.95) = 2.919986; reach 2.140969.
     */
    @Test
    void agreesWithTheSumsDoneByHand() {
        Score score = read(life());
        assertThat(score.unit()).isEqualTo("EUR/hour");
        assertThat(score.evidence()).isEqualTo(3);
        assertThat(score.value().orElseThrow()).isCloseTo(8.8, within(1e-12));
        assertThat(score.interval().orElseThrow().low()).isCloseTo(6.659031, within(1e-6));
        assertThat(score.interval().orElseThrow().high()).isCloseTo(10.940969, within(1e-6));
        assertThat(score.explanation().lines().get(0).effect().doubleValue()).isCloseTo(8.0, within(1e-9));
        assertThat(score.explanation().lines().get(1).effect()).isEqualByComparingTo(new BigDecimal("0.8"));
    }

    @Test
    void takesThePriceWhereTheStatedWorthIsLower() {
        List<Event> life = new Life().uses(3600).pays("10.00", "10.00", "1.00").uses(3600).pays("10.00", "10.00")
                .uses(3600).pays("10.00", "10.00").events();
        assertThat(read(life).value().orElseThrow()).isCloseTo(10, within(1e-12));
    }

    @Test
    void leavesOutCyclesWithoutAttention() {
        List<Event> life = new Life().pays("90.00", "10.00").uses(3600).pays("10.00", "10.00").pays("90.00", "10.00")
                .uses(3600).pays("10.00", "10.00").uses(3600).pays("10.00", "10.00").pays("90.00", "1.00").events();
        assertThat(read(life).value().orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(read(life).explanation().lines().get(3).text()).startsWith("3 priced cycles without");
    }

    @Test
    void addsAMakeGoodToTheLastCycle() {
        List<Event> life = new Life().uses(3600).pays("10.00", "10.00").uses(3600).pays("10.00", "10.00")
                .uses(3600).pays("1.00", "10.00")
                .priced(Map.of("price", Life.eur("10.00"), "earlier", Life.eur("1.00"), "kind", "MAKE_GOOD")).events();
        Score score = read(life);
        assertThat(score.evidence()).isEqualTo(3);
        assertThat(score.value().orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(score.interval().orElseThrow().high()).isCloseTo(10, within(1e-6));
    }

    @Test
    void needsThreeCyclesWithAttention() {
        List<Event> life = new Life().uses(60).pays("1.00", "1.00").uses(60).pays("1.00", "1.00").pays("1.00", "1.00")
                .events();
        assertThat(read(life).insufficient().orElseThrow()).contains("there are 2");
        assertThat(read(life).unit()).isEqualTo("EUR/hour");
    }

    @Test
    void doesNotAddUpSeveralCurrencies() {
        Life life = new Life().uses(60).pays("1.00", "1.00").uses(60)
                .priced(Map.of("price", Map.of("amount", "5.00", "currency", "USD"), "kind", "PRICE"));
        assertThat(read(life.events()).insufficient().orElseThrow()).contains("several currencies");
    }
}
