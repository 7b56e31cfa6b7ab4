package org.parley.reporting.internal.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.InvalidInput;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.testing.ReportContract;

class ReputationAndTiersTest extends ReportContract<Report.None> {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Override
    protected Report<Report.None> report() {
        return new ReputationAndTiers();
    }

    private static Map<String, Object> standing(String relationship, String state, String tier) {
        return new LinkedHashMap<>(Map.of("relationship", relationship, "offering", "music", "state", state, "tier", tier));
    }

    private static Map<String, Object> moved(String relationship, String fromState, String fromTier, String state,
            String tier, String reputation) {
        Map<String, Object> data = standing(relationship, state, tier);
        data.put("stateBefore", fromState);
        data.put("tierBefore", fromTier);
        if (!reputation.isEmpty()) {
            data.put("reputation", new BigDecimal(reputation));
        }
        return data;
    }

    @Override
    protected List<Event> history() {
        return new History()
                .add(EventTypes.RELATIONSHIP_STARTED, "2026-01-01", "ann", standing("r1", "WARMUP", "BASIC"))
                .add(EventTypes.RELATIONSHIP_STARTED, "2026-01-02", "bob", standing("r2", "WARMUP", "BASIC"))
                .add(EventTypes.CYCLE_PRICED, "2026-01-02", "ann",
                        moved("r1", "WARMUP", "BASIC", "ACTIVE", "STANDARD", "0.8"))
                .add(EventTypes.CYCLE_PRICED, "2026-01-02", "bob", moved("r2", "WARMUP", "BASIC", "WARMUP", "BASIC", "0.4"))
                .add(EventTypes.CYCLE_PRICED, "2026-01-02", "bob", moved("r2", "WARMUP", "BASIC", "WARMUP", "BASIC", "0.5"))
                .add(EventTypes.CYCLE_PRICED, "2026-01-02", "", Map.of("offering", "music", "kind", "PRICE"))
                .add(EventTypes.RELATIONSHIP_CHANGED, "2026-02-10", "ann",
                        moved("r1", "ACTIVE", "STANDARD", "SUSPENDED", "NONE", ""))
                .events();
    }

    @Override
    protected Query query() {
        return query(FIRST, Map.of());
    }

    private static Query query(LocalDate from, Map<String, String> parameters) {
        return new Query(from, LocalDate.parse("2026-03-01"), parameters);
    }

    @Test
    void followsRelationshipsDayByDay() {
        LocalDate second = FIRST.plusDays(1);
        LocalDate third = LocalDate.parse("2026-02-10");
        assertThat(table(history(), query()).rows()).containsExactly(
                Arrays.asList(FIRST, "WARMUP", "BASIC", 1L, 0L, null),
                List.of(second, "ACTIVE", "STANDARD", 1L, 1L, 0.8),
                List.of(second, "WARMUP", "BASIC", 1L, 2L, 0.45),
                Arrays.asList(third, "SUSPENDED", "NONE", 1L, 0L, null),
                Arrays.asList(third, "WARMUP", "BASIC", 1L, 0L, null));
    }

    @Test
    void startsFromWhatWasThereBefore() {
        assertThat(table(history(), query(LocalDate.parse("2026-02-01"), Map.of())).rows()).containsExactly(
                Arrays.asList(LocalDate.parse("2026-02-10"), "SUSPENDED", "NONE", 1L, 0L, null),
                Arrays.asList(LocalDate.parse("2026-02-10"), "WARMUP", "BASIC", 1L, 0L, null));
    }

    @Test
    void putsDaysTogether() {
        assertThat(table(history(), query(FIRST, Map.of("granularity", "month"))).rows()).extracting(row -> row.get(0))
                .containsOnly(FIRST, LocalDate.parse("2026-02-01"));
        assertThat(table(history(), query(FIRST, Map.of("granularity", "week"))).rows().get(0).get(0))
                .isEqualTo(LocalDate.parse("2025-12-29"));
        assertThatThrownBy(() -> table(history(), query(FIRST, Map.of("granularity", "year"))))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("day, week, month");
    }
}
