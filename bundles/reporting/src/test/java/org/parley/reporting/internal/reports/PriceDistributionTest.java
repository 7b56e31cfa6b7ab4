package org.parley.reporting.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.common.InvalidInput;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.testing.ReportContract;

class PriceDistributionTest extends ReportContract<Report.None> {

    @Override
    protected Report<Report.None> report() {
        return new PriceDistribution();
    }

    /** Ratios 0, 0.5, 0.8, 1, 1, 1.25, 10 and 0.3. */
    @Override
    protected List<Event> history() {
        return new History()
                .priced("2026-01-01", "ann", "0.00", "10.00")
                .priced("2026-01-01", "", "5.00", "10.00")
                .priced("2026-01-02", "bob", "8.00", "10.00")
                .priced("2026-01-02", "ann", "10.00", "10.00")
                .priced("2026-01-03", "cid", "20.00", "20.00")
                .priced("2026-01-03", "ann", "12.50", "10.00")
                .priced("2026-01-03", "eve", "100.00", "10.00")
                .priced("2026-01-04", "dan", "3.00", "10.00")
                .priced("2026-01-04", "dan", "3.00", "10.00", Map.of("kind", "FIXED"))
                .priced("2026-01-04", "dan", "3.00", "0.00")
                .priced("2026-01-04", "dan", "3.00", "")
                .priced("2026-01-04", "dan", "9.00", "10.00", Map.of("kind", "MAKE_GOOD", "earlier", History.eur("3.00")))
                .events();
    }

    @Override
    protected Query query() {
        return query(Map.of());
    }

    private static Query query(Map<String, String> parameters) {
        return new Query(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"), parameters);
    }

    @Test
    void summarisesByHand() {
        List<Object> summary = table(history(), query()).rows().get(0);
        assertThat(summary.subList(0, 11)).isEqualTo(
                Arrays.asList("music", "EUR", "summary", null, null, 8L, 1.0, 0.125, 0.3, 0.8, 1.0));
        assertThat((Double) summary.get(11)).isCloseTo(14.85 / 8, within(1e-9));
        assertThat((Double) summary.get(12)).isCloseTo(158.5 / 90, within(1e-12));
    }

    @Test
    void drawsBarsThatHoldEachRatioOnce() {
        List<List<Object>> bars = table(history(), query()).rows().stream().skip(1).map(row -> row.subList(2, 7)).toList();
        assertThat(bars).containsExactly(
                List.of("bin", 0.0, 0.0, 1L, 0.125), List.of("bin", 0.3, 0.4, 1L, 0.125),
                List.of("bin", 0.5, 0.6, 1L, 0.125), List.of("bin", 0.8, 0.9, 1L, 0.125),
                List.of("bin", 1.0, 1.1, 2L, 0.25), List.of("bin", 1.2, 1.3, 1L, 0.125),
                List.of("bin", 5.0, 10.0, 1L, 0.125));
    }

    @Test
    void refusesABarWidthThatMakesNoSense() {
        for (String width : List.of("0", "x", "NaN", "2")) {
            assertThatThrownBy(() -> table(history(), query(Map.of("binWidth", width)))).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("binWidth");
        }
    }

    /** Compared with the sorted ratios themselves. */
    @Test
    void givesQuartilesAsExactAsItSays() {
        Random random = new Random(5);
        History history = new History();
        double[] ratios = new double[4001];
        for (int i = 0; i < ratios.length; i++) {
            long suggested = 500 + random.nextInt(2000);
            long price = Math.round(suggested * Math.exp(random.nextGaussian() * 1.5 + 0.8));
            ratios[i] = price / (double) suggested;
            history.priced("2026-01-05", "", cents(price), cents(suggested));
        }
        Arrays.sort(ratios);
        List<Object> summary = table(history.events(), query()).rows().get(0);
        for (int quarter = 1; quarter <= 3; quarter++) {
            double exact = ratios[(int) Math.ceil(quarter * 0.25 * ratios.length) - 1];
            assertThat((Double) summary.get(7 + quarter)).isCloseTo(exact, within(exact < 5 ? 0.005 + 1e-9 : exact * 0.0101));
        }
        assertThat((Double) summary.get(11)).isCloseTo(Arrays.stream(ratios).average().orElseThrow(), within(1e-6));
    }

    private static String cents(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    @Test
    void putsEveryRatioIntoABinThatIsCloseToIt() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double ratio = Math.exp(random.nextDouble() * 20 - 6);
            assertThat(RatioBins.middle(RatioBins.of(ratio))).isCloseTo(ratio,
                    within(ratio < 5.005 ? 0.005 + 1e-9 : ratio * 0.0101));
        }
        assertThat(RatioBins.of(0)).isNotEqualTo(RatioBins.of(1e-9));
    }
}
