package org.parley.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.InvalidInput;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Rollup;
import org.parley.reporting.api.Table;
import org.parley.reporting.internal.Reports.Question;
import org.parley.reporting.internal.reports.CohortRetention;
import org.parley.reporting.internal.reports.PriceDistribution;
import org.parley.reporting.internal.reports.RevenueByDay;
import org.parley.reporting.internal.reports.ReputationAndTiers;
import org.parley.store.Databases;
import org.parley.store.Engine;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class ReportingEngineTest {

    private static final SellerId ACME = new SellerId("acme");
    private static final LocalDate END = LocalDate.parse("2027-01-01");

    @Parameter
    Engine store;

    @TempDir
    Path folder;
    private Databases databases;
    private final InMemoryJournal journal = new InMemoryJournal();
    private final ReportRegistry registry = new ReportRegistry();
    private ReportingEngine engine;

    @BeforeEach
    void open() {
        databases = TestDatabases.in(folder, store);
        engine = new ReportingEngine(databases, registry, journal);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void installAll() {
        registry.addReport(new RevenueByDay(), Map.of("service.id", 1L));
        registry.addReport(new PriceDistribution(), Map.of("service.id", 2L));
        registry.addReport(new ReputationAndTiers(), Map.of("service.id", 3L));
        registry.addReport(new CohortRetention(), Map.of("service.id", 4L));
    }

    private List<Event> prices(String prefix, int count) {
        return PricedCycles.make(prefix, count, 400);
    }

    private ReportAnswer ask(String id, Map<String, String> parameters) {
        return engine.ask(ACME, id, new Question(Optional.empty(), END, parameters));
    }

    private BigDecimal revenue() {
        return ask("revenue-by-day", Map.of()).table().rows().stream().map(row -> (BigDecimal) row.get(5))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void awaitCounted(String id, long position) throws InterruptedException {
        await(() -> ask(id, Map.of()).asOf().position() >= position);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached in time").isLessThan(end);
            Thread.sleep(1);
        }
    }

    @Test
    void countsEachEventOnceOverManyRestarts() throws Exception {
        installAll();
        BigDecimal expected = BigDecimal.ZERO;
        for (int round = 0; round < 10; round++) {
            List<Event> events = prices("r" + round + "-", 4000);
            expected = expected.add(PricedCycles.total(events));
            journal.append(events);
            long wanted = round % 2 == 0 ? journal.head() - 3000 : 1;
            awaitCounted("revenue-by-day", wanted);
            engine.close();
            open();
        }
        awaitCounted("revenue-by-day", journal.head());
        assertThat(revenue()).isEqualByComparingTo(expected);
        awaitCounted("cohort-retention", journal.head());
        long customers = ask("cohort-retention", Map.of()).table().rows().stream().filter(row -> row.get(2).equals(0L))
                .mapToLong(row -> (Long) row.get(1)).sum();
        assertThat(customers).isEqualTo(PricedCycles.customers(journal.read(0, Integer.MAX_VALUE)));
        awaitCounted("price-distribution", journal.head());
        assertThat(ask("price-distribution", Map.of()).table().rows().get(0).get(5)).isEqualTo(40_000L);
    }

    @Test
    void aReportInstalledLaterStartsFromTheBeginning() throws Exception {
        journal.append(prices("a", 12_000));
        await(() -> journal.reported().getOrDefault("reporting", 0L) == 12_000);
        registry.addReport(new RevenueByDay(), Map.of("service.id", 1L));
        awaitCounted("revenue-by-day", 12_000);
        assertThat(revenue()).isEqualByComparingTo(PricedCycles.total(journal.read(0, 12_000)
                .stream().map(recorded -> recorded.event()).toList()));
        await(() -> ask("revenue-by-day", Map.of()).table().notes().stream().noneMatch(note -> note.contains("counting")));
    }

    /** Counts events by day; fails at a price of 1 cent if it is brittle. */
    private record Counting(int rollupVersion, boolean brittle, int columns) implements Report<Report.None> {

        @Override
        public Description describe() {
            return new Description("counting", "Counting", "Counts.",
                    List.of(new Description.Column("count", Description.CellType.COUNT, "")), List.of());
        }

        @Override
        public Class<None> stateType() {
            return None.class;
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(EventTypes.CYCLE_PRICED);
        }

        @Override
        public None initial() {
            return new None();
        }

        @Override
        public Step<None> fold(None state, Event event) {
            if (brittle && event.data().money("price").orElseThrow().minor() == 1) {
                throw new IllegalStateException("one cent");
            }
            return new Step<>(state, List.of(new Increment(LocalDate.EPOCH, List.of(""), "n", Long.MAX_VALUE / 2 * (rollupVersion - 1)
                    + (rollupVersion == 1 ? 1 : 0))));
        }

        @Override
        public Table read(Query query, Rollup rollup) {
            return new Table(rollup.days(query.from(), query.to())
                    .map(cell -> Collections.<Object>nCopies(columns, cell.amount())).toList(), List.of());
        }
    }

    @Test
    void aReportThatFailsStopsAndSaysSoWhileOthersGoOn() throws Exception {
        installAll();
        registry.addReport(new Counting(1, true, 1), Map.of("service.id", 9L));
        journal.append(prices("a", 7));
        journal.append(PricedCycles.one("cent", "0.01"));
        journal.append(prices("b", 7));
        awaitCounted("revenue-by-day", 15);
        await(() -> ask("counting", Map.of()).table().notes().stream().anyMatch(note -> note.contains("stopped before event 8")));
        assertThat(ask("counting", Map.of()).table().rows()).containsExactly(List.of(7L));
        registry.removeReport(new Counting(1, true, 1), Map.of("service.id", 9L));
        registry.addReport(new Counting(1, false, 1), Map.of("service.id", 10L));
        awaitCounted("counting", 15);
        assertThat(ask("counting", Map.of()).table().rows()).containsExactly(List.of(15L));
    }

    @Test
    void aNewRollupVersionStartsAgainAndSumsStayAtTheEndOfTheirRange() throws Exception {
        registry.addReport(new Counting(1, false, 1), Map.of("service.id", 1L));
        journal.append(prices("a", 3));
        awaitCounted("counting", 3);
        registry.addReport(new Counting(3, false, 1), Map.of("service.id", 2L));
        await(() -> ask("counting", Map.of()).table().rows().equals(List.of(List.of(Long.MAX_VALUE))));
        journal.append(prices("b", 3));
        awaitCounted("counting", 6);
        assertThat(ask("counting", Map.of()).table().rows()).isEqualTo(List.of(List.of(Long.MAX_VALUE)));
    }

    @Test
    void aReportWhoseRowsDoNotFitIsAFaultOfItsOwn() throws Exception {
        registry.addReport(new Counting(1, false, 2), Map.of("service.id", 1L));
        journal.append(prices("a", 3));
        await(() -> {
            try {
                return ask("counting", Map.of()).table().rows().size() > 1;
            } catch (ParleyException e) {
                assertThat(e).hasMessageContaining("'counting' failed to answer");
                return true;
            }
        });
    }

    @Test
    void namesTheParametersItKnows() {
        installAll();
        assertThatThrownBy(() -> ask("revenue-by-day", Map.of("offer", "x"))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'offer' is no parameter").hasMessageContaining("from, to, offering, currency, basis");
        assertThatThrownBy(() -> ask("nothing", Map.of())).isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> engine.ask(ACME, "revenue-by-day", new Question(Optional.of(END), END, Map.of())))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("'to' must be after");
        assertThat(engine.list()).extracting(Description::id).containsExactly("cohort-retention", "price-distribution",
                "reputation-and-tiers", "revenue-by-day");
    }

    @Test
    void keepsSellersApart() throws Exception {
        installAll();
        journal.append(prices("a", 50));
        awaitCounted("revenue-by-day", 50);
        assertThat(engine.ask(new SellerId("other"), "revenue-by-day",
                new Question(Optional.empty(), END, Map.of())).table().rows()).isEmpty();
    }
}
