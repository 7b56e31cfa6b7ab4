package org.parley.reporting.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Table;
import org.parley.reporting.api.testing.ReportContract;

class CohortRetentionTest extends ReportContract<CohortRetention.State> {

    @Override
    protected Report<CohortRetention.State> report() {
        return new CohortRetention();
    }

    @Override
    protected List<Event> history() {
        return new History()
                .priced("2025-12-31", "ann", "1.00", "")
                .priced("2026-01-01", "bob", "1.00", "")
                .priced("2026-01-02", "ann", "1.00", "")
                .priced("2026-01-03", "ann", "1.00", "")
                .priced("2026-01-03", "", "1.00", "")
                .priced("2026-03-01", "cid", "1.00", "")
                .priced("2026-03-01", "bob", "1.00", "")
                .priced("2026-02-01", "bob", "2.00", "", Map.of("kind", "MAKE_GOOD"))
                .bought("2026-02-01", "ann", "1.00")
                .priced("2026-01-31", "cid", "1.00", "")
                .events();
    }

    @Override
    protected Query query() {
        return query("2025-12-31", Map.of());
    }

    private static Query query(String from, Map<String, String> parameters) {
        return new Query(LocalDate.parse(from), LocalDate.parse("2026-04-01"), parameters);
    }

    /** Ann: Dec, Jan. Bob: Jan, Mar. Cid: Mar, then Jan told late, so of the January cohort. */
    @Test
    void followsCohortsByHand() {
        assertThat(table(history(), query()).rows()).containsExactly(
                List.of("2025-12", 1L, 0L, 1L, 1.0), List.of("2025-12", 1L, 1L, 1L, 1.0),
                List.of("2025-12", 1L, 2L, 0L, 0.0), List.of("2025-12", 1L, 3L, 0L, 0.0),
                List.of("2026-01", 2L, 0L, 2L, 1.0), List.of("2026-01", 2L, 1L, 0L, 0.0),
                List.of("2026-01", 2L, 2L, 2L, 1.0));
    }

    @Test
    void choosesCohortsByTheirMonth() {
        assertThat(table(history(), query("2026-01-20", Map.of())).rows()).extracting(row -> row.get(0))
                .containsOnly("2026-01");
    }

    @Test
    void countsPurchasesByThemselves() {
        assertThat(table(history(), query("2025-12-31", Map.of("basis", "purchase"))).rows()).containsExactly(
                List.of("2026-02", 1L, 0L, 1L, 1.0), List.of("2026-02", 1L, 1L, 0L, 0.0));
    }

    @Test
    void comesToTheSameInWhateverOrderEventsArrive() {
        Table expected = table(history(), query());
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            List<Event> shuffled = new ArrayList<>(history());
            Collections.shuffle(shuffled, random);
            assertThat(table(shuffled, query())).isEqualTo(expected);
        }
    }
}
