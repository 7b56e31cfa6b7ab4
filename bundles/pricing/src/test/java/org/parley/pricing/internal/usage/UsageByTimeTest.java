package org.parley.pricing.internal.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.Engine;
import org.parley.pricing.internal.Eventually;
import org.parley.pricing.internal.FixedClock;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.TestStrategy;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.LateRows;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

/** An event counts into the cycle in whose period it happened, whenever it comes. */
@OnEachEngine
@Timeout(120)
class UsageByTimeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Parameter
    org.parley.store.Engine store;

    @TempDir
    Path folder;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final FixedClock clock = new FixedClock();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = new Engine(TestDatabases.in(folder, store), journal, clock, new TestStrategy("asking", false), new TestStrategy("binding", true));
        engine.offering("news", "{\"currency\":\"EUR\",\"schedule\":{\"flat\":\"4.00\",\"rates\":{\"article\":\"0.50\"}}}");
        engine.offering("music", "{\"currency\":\"EUR\",\"schedule\":{\"flat\":\"1.00\",\"rates\":{\"article\":\"0.10\"}}}");
        engine.policy("ask", "{\"strategy\":\"asking\",\"respondDays\":1,\"fallback\":{\"strategy\":\"binding\"}}");
        engine.policy("monthly", "{\"strategy\":\"binding\",\"cycleDays\":30,\"fallback\":{\"strategy\":\"asking\"}}");
    }

    @AfterEach
    void close() {
        assertThat(engine.checkUsage(journal, Instant.MIN)).isEmpty();
        engine.close();
    }

    /** The first cycle is open from hour 0 to 48; it is priced, or lapses, at hour 72; then the second is open. */
    @ParameterizedTest(name = "sent while {0}, happened at {1}: {2}")
    @CsvSource({
        "OPEN,      -1,  BEFORE_START", "OPEN,       0,  FIRST", "OPEN,      12,  FIRST", "OPEN,      24,  FIRST",
        "OPEN,      36,  FIRST",        "OPEN,      48,  FIRST", "OPEN,      50,  NEXT",  "OPEN,      80,  NEXT",
        "REQUESTED, -1,  BEFORE_START", "REQUESTED,  0,  FIRST", "REQUESTED, 12,  FIRST", "REQUESTED, 48,  NEXT",
        "REQUESTED, 54,  NEXT",         "REQUESTED, 60,  NEXT",  "REQUESTED, 71,  NEXT",  "REQUESTED, 80,  NEXT",
        "PRICED,    -1,  BEFORE_START", "PRICED,     0,  CLOSED", "PRICED,   12,  CLOSED", "PRICED,   48,  NEXT",
        "PRICED,    54,  NEXT",         "PRICED,    72,  NEXT",  "PRICED,    80,  NEXT",
        "LAPSED,    -1,  BEFORE_START", "LAPSED,    12,  CLOSED", "LAPSED,   48,  NEXT",  "LAPSED,    80,  NEXT"})
    void itsTimeDecides(String sentWhile, long hour, String expected) {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        reach(24);
        sendIf(sentWhile.equals("OPEN"), hour);
        reach(48);
        engine.request(first);
        reach(60);
        sendIf(sentWhile.equals("REQUESTED"), hour);
        if (!sentWhile.equals("LAPSED")) {
            reach(71);
            engine.price(first, "{\"amount\":\"4.00\"}");
        }
        reach(84);
        sendIf(sentWhile.equals("PRICED") || sentWhile.equals("LAPSED"), hour);
        engine.usage.awaitAllCounted();

        Cycle second = engine.current(ada);
        assertThat(second.id()).isNotEqualTo(first.id());
        BigDecimal three = BigDecimal.valueOf(3);
        assertThat(usage(first)).isEqualTo(expected.equals("FIRST") ? List.of(new UsageLine("article", three)) : List.of());
        assertThat(usage(second)).isEqualTo(expected.equals("NEXT") ? List.of(new UsageLine("article", three)) : List.of());
        assertThat(late(first)).extracting(each -> each.reason().name())
                .isEqualTo(List.of("CLOSED", "BEFORE_START").contains(expected) ? List.of(expected) : List.of());
        assertThat(late(second)).isEmpty();
    }

    private void sendIf(boolean now, long hour) {
        if (now) {
            use("e", "ada", hour, 3);
        }
    }

    @Test
    void whatHappenedInOneInstantBelongsToTheCycleThatWasOpenWhenItWasRecorded() {
        Relationship ada = engine.start("ada", "news", "ask");
        for (int i = 1; i <= 3; i++) {
            use("u" + i, "ada", 0, i);
            assertThat(engine.pay(ada, "{\"amount\":\"4.00\"}").suggestion().orElseThrow().amount())
                    .isEqualTo(Money.ofMinor(400 + 50L * i, "EUR"));
        }
    }

    @Test
    void lateUsageOfARequestedCycleIsSuggestedAnewAndTheDeadlineStays() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle cycle = engine.current(ada);
        reach(24);
        engine.request(cycle);
        Instant deadline = engine.cycle(cycle).times().due().orElseThrow();
        use("late", "ada", 2, 4);
        Eventually.holds(() -> engine.cycle(cycle).times().resuggested().isPresent());

        Cycle again = engine.cycle(cycle);
        assertThat(again.suggestion().orElseThrow().amount()).isEqualTo(Money.parse("6.00", "EUR"));
        assertThat(again.suggestion().orElseThrow().explanation().total()).isEqualByComparingTo("6.00");
        assertThat(again.times().due()).contains(deadline);
        assertThat(again.times().ended()).contains(START.plus(Duration.ofHours(24)));
        assertThat(engine.told(journal, EventTypes.CYCLE_RESUGGESTED)).singleElement().satisfies(fact ->
                assertThat(fact.data().money("suggested")).contains(Money.parse("6.00", "EUR")));

        engine.price(cycle, "{\"differential\":-0.5}");
        assertThat(engine.cycle(cycle).answer().orElseThrow().response().amount()).isEqualTo(Money.parse("3.00", "EUR"));
        use("later", "ada", 3, 1);
        engine.usage.awaitAllCounted();
        assertThat(usage(cycle)).containsExactly(new UsageLine("article", BigDecimal.valueOf(4)));
        assertThat(engine.replays.replay(Engine.SELLER, cycle.id().value(), Optional.empty()).verdict()
                .suggestion().amount()).isEqualTo(Money.parse("6.00", "EUR"));
    }

    @Test
    void aPriceSetWhileLateUsageComesIsJudgedByTheSuggestionItIsStoredWith() throws InterruptedException {
        for (int round = 0; round < 40; round++) {
            String customer = "c" + round;
            Relationship each = engine.start(customer, "news", "ask");
            Cycle cycle = engine.current(each);
            long hour = round;
            reach(hour + 1);
            engine.request(cycle);
            Thread late = new Thread(() -> IntStream.range(0, 5).forEach(i -> use("l" + i, customer, hour, 1)));
            late.start();
            engine.price(cycle, "{\"amount\":\"4.00\"}");
            late.join();
        }
        engine.usage.awaitAllCounted();
        List<Cycle> priced = engine.told(journal, EventTypes.CYCLE_PRICED).stream().map(fact -> engine.database.read(h ->
                CycleRows.find(h, Engine.SELLER, fact.data().text("cycle").orElseThrow())).orElseThrow()).toList();
        assertThat(priced).hasSize(40).allSatisfy(cycle -> {
            BigDecimal used = usage(cycle).stream().map(UsageLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cycle.suggestion().orElseThrow().amount().amount())
                    .isEqualByComparingTo(used.multiply(new BigDecimal("0.5")).add(BigDecimal.valueOf(4)));
        });
        assertThat(engine.told(journal, EventTypes.CYCLE_PRICED)).allSatisfy(fact -> {
            BigDecimal suggested = fact.data().money("suggested").orElseThrow().amount();
            assertThat(fact.data().decimal("differential").orElseThrow().doubleValue())
                    .isCloseTo(4 / suggested.doubleValue() - 1, offset(1e-5));
        });
    }

    @Test
    void eachMonthOfAYearThatWasSentAtOnceCountsIntoItsOwnCycle() {
        Relationship bob = engine.start("bob", "news", "monthly");
        for (int month = 11; month >= 0; month--) { // out of order, too
            use("m" + month, "bob", month * 30 * 24 + 100, month + 1);
        }
        engine.sandbox.move(Engine.SELLER, Values.of(Map.of("advance", "P360D")));
        List<Cycle> cycles = engine.database.read(h ->
                CycleRows.ofRelationship(h, Engine.SELLER, bob.id(), Optional.empty(), 100));
        assertThat(cycles).filteredOn(cycle -> cycle.state() == CycleState.PRICED).hasSize(12)
                .allSatisfy(cycle -> assertThat(usage(cycle)).hasSize(1));
        assertThat(usage(cycles.get(12))).containsExactly(new UsageLine("article", BigDecimal.ONE));
        assertThat(usage(cycles.get(1))).containsExactly(new UsageLine("article", BigDecimal.valueOf(12)));
    }

    @Test
    void usageAheadOfTheClockFillsTheCreditWhenItsTimeComes() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        use("a", "ada", 5, 11);
        use("b", "ada", 7, 1);
        use("c", "ada", 9, 2);
        reach(20);
        assertThat(engine.cycle(first).times().ended()).contains(START.plus(Duration.ofHours(7)));
        assertThat(usage(first)).containsExactly(new UsageLine("article", BigDecimal.valueOf(12)));
        engine.price(first, "{\"amount\":\"4.00\"}");
        assertThat(usage(engine.current(ada))).containsExactly(new UsageLine("article", BigDecimal.valueOf(2)));
    }

    @Test
    void anEventCountsForEachOfferingByTheStateOfItsOwnCycle() {
        Relationship news = engine.start("ada", "news", "ask");
        Relationship music = engine.start("ada", "music", "ask");
        reach(10);
        Cycle paid = engine.pay(news, "{\"amount\":\"4.00\"}");
        use("both", "ada", 5, 2);
        journal.append(List.of(Engine.use("one", "ada", at(6), Map.of("unit", "article", "quantity", 1, "offering", "music"))));
        engine.usage.awaitAllCounted();
        assertThat(late(paid)).extracting(LateRows.Late::id).containsExactly("adaboth");
        assertThat(usage(engine.current(music))).containsExactly(new UsageLine("article", BigDecimal.valueOf(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "-1", "1234567890123456789012345678901", "1e-31"})
    void whatCannotBeCountedIsListedWithItsReason(String quantity) {
        Relationship ada = engine.start("ada", "news", "ask");
        Object value = quantity.equals("three") ? quantity : new BigDecimal(quantity);
        journal.append(List.of(Engine.use("bad", "ada", Map.of("unit", "article", "quantity", value)),
                Engine.use("good", "ada", Map.of("unit", "article"))));
        engine.usage.awaitAllCounted();
        Cycle cycle = engine.current(ada);
        assertThat(late(cycle)).singleElement().satisfies(listed -> {
            assertThat(listed.id()).isEqualTo("bad");
            assertThat(listed.reason()).isEqualTo(LateReason.UNCOUNTABLE);
            assertThat(listed.line()).isEmpty();
            assertThat(listed.detail()).contains("quantity");
        });
        assertThat(usage(cycle)).containsExactly(new UsageLine("article", BigDecimal.ONE));
        List<LateRows.Total> totals = engine.database.read(h -> LateRows.totals(h, Engine.SELLER, cycle.id()));
        assertThat(totals).singleElement()
                .satisfies(total -> assertThat(total.events()).isEqualTo(1));
    }

    @Test
    void whatWasReadBeforeTheRelationshipBeganIsNoneOfItsBusiness() {
        use("early", "ada", 0, 5);
        engine.usage.awaitAllCounted();
        Relationship ada = engine.start("ada", "news", "ask");
        use("after", "ada", 0, 1);
        engine.usage.awaitAllCounted();
        assertThat(usage(engine.current(ada))).containsExactly(new UsageLine("article", BigDecimal.ONE));
        assertThat(late(engine.current(ada))).isEmpty();
    }

    @Test
    void anImportedCycleKeepsTheUsageItWasImportedWith() {
        engine.take("{\"source\":\"s\",\"id\":\"1\",\"customer\":\"eve\",\"offering\":\"news\",\"policy\":\"ask\",\"time\":"
                + "\"2025-06-01T00:00:00Z\",\"price\":{\"amount\":\"4.00\",\"currency\":\"EUR\"},"
                + "\"usage\":[{\"unit\":\"article\",\"quantity\":7}]}\n");
        Relationship eve = engine.database.read(h -> RelationshipRows.findOpen(h,
                Engine.SELLER, List.of("eve"))).get(0);
        Cycle imported = engine.database.read(h ->
                CycleRows.ofRelationship(h, Engine.SELLER, eve.id(), Optional.empty(), 10)).get(0);
        journal.append(List.of(
                Engine.use("before", "eve", Instant.parse("2025-05-31T00:00:00Z"), Map.of("unit", "article")),
                Engine.use("after", "eve", Instant.parse("2025-06-02T00:00:00Z"), Map.of("unit", "article", "quantity", 2))));
        engine.usage.awaitAllCounted();
        assertThat(usage(imported)).containsExactly(new UsageLine("article", BigDecimal.valueOf(7)));
        assertThat(late(imported)).extracting(LateRows.Late::reason).containsExactly(LateReason.BEFORE_START);
        List<UsageLine> carried = engine.database.read(h -> UsageRows.carried(h, Engine.SELLER, eve.id()));
        assertThat(carried).containsExactly(new UsageLine("article", BigDecimal.valueOf(2)));
    }

    @Test
    void eachEventCountsOnceAcrossRestarts() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        use("a", "ada", 0, 1);
        use("ahead", "ada", 30, 2);
        engine.usage.awaitAllCounted();
        engine.close();
        use("while away", "ada", 0, 4);
        use("a", "ada", 0, 1); // a duplicate in the journal
        open();
        engine.usage.awaitAllCounted();
        assertThat(usage(first)).containsExactly(new UsageLine("article", BigDecimal.valueOf(5)));
        engine.close();
        open();
        reach(40);
        assertThat(usage(first)).containsExactly(new UsageLine("article", BigDecimal.valueOf(7)));
    }

    private void reach(long hour) {
        engine.sandbox.move(Engine.SELLER, Values.of(Map.of("to", at(hour).toString())));
    }

    private void use(String id, String customer, long hour, int articles) {
        journal.append(List.of(Engine.use(customer + id, customer, at(hour), Map.of("unit", "article", "quantity", articles))));
    }

    private static Instant at(long hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private List<UsageLine> usage(Cycle cycle) {
        return engine.database.read(h -> UsageRows.of(h, Engine.SELLER, cycle.id()));
    }

    private List<LateRows.Late> late(Cycle cycle) {
        return engine.database.read(h -> LateRows.list(h, Engine.SELLER, cycle.id(), 0, 100));
    }
}
