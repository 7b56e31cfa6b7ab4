package org.parley.reporting.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Table;
import org.parley.reporting.api.testing.ReportContract;

class RevenueByDayTest extends ReportContract<Report.None> {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Override
    protected Report<Report.None> report() {
        return new RevenueByDay();
    }

    @Override
    protected List<Event> history() {
        return new History()
                .priced("2026-01-01", "ann", "8.00", "10.00")
                .priced("2026-01-01", "", "0.00", "10.00")
                .priced("2026-01-01", "bob", "5.00", "", Map.of("kind", "FIXED"))
                .bought("2026-01-02", "ann", "19.99")
                .priced("2026-01-03", "ann", "9.50", "10.00", Map.of("kind", "MAKE_GOOD", "earlier", History.eur("8.00")))
                .events();
    }

    @Override
    protected Query query() {
        return query(Map.of());
    }

    private static Query query(Map<String, String> parameters) {
        return new Query(FIRST, LocalDate.parse("2026-02-01"), parameters);
    }

    @Test
    void addsUpWhatCameInByHand() {
        assertThat(table(history(), query()).rows()).containsExactly(
                List.of(FIRST, "music", "EUR", "after-use", 2L, new BigDecimal("8.00"), new BigDecimal("20.00")),
                Arrays.asList(FIRST, "music", "EUR", "fixed", 1L, new BigDecimal("5.00"), null),
                Arrays.asList(FIRST.plusDays(1), "purchases", "EUR", "purchase", 1L, new BigDecimal("19.99"), null),
                Arrays.asList(FIRST.plusDays(2), "music", "EUR", "after-use", 0L, new BigDecimal("1.50"), null));
        assertThat(table(history(), query()).notes()).contains("In all 34.49 EUR.");
    }

    @Test
    void narrowsByItsParameters() {
        assertThat(table(history(), query(Map.of("basis", "purchase"))).rows()).hasSize(1);
        assertThat(table(history(), query(Map.of("offering", "music"))).rows()).hasSize(3);
        assertThat(table(history(), query(Map.of("currency", "USD"))).rows()).isEmpty();
    }

    @Test
    void saysHowManyEventsItCouldNotRead() {
        Table table = table(new History().add(EventTypes.PURCHASE, "2026-01-05", "ann", Map.of("price", 12))
                .priced("2026-01-05", "ann", "9.00", "", Map.of("kind", "MAKE_GOOD")).events(), query());
        assertThat(table.rows()).isEmpty();
        assertThat(table.notes()).anyMatch(note -> note.startsWith("2 events had no price"));
    }

    @Test
    void keepsTheDecimalsOfEachCurrency() {
        Table table = table(new History().add(EventTypes.PURCHASE, "2026-01-05", "ann",
                Map.of("price", Map.of("amount", "1200", "currency", "JPY"))).events(), query());
        assertThat(table.rows().get(0).get(5)).isEqualTo(new BigDecimal("1200"));
    }
}
