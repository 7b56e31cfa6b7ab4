package org.parley.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.store.LedgerRows;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
@Timeout(120)
class CycleStoryTest {

    private static final LedgerRows.Filter ALL = new LedgerRows.Filter(Optional.empty(), Optional.empty(), Optional.empty());

    @Parameter
    org.parley.store.Engine store;

    @TempDir
    Path folder;

    private final InMemoryJournal journal = new InMemoryJournal();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = new Engine(TestDatabases.in(folder, store), journal, new TestStrategy("asking", false), new TestStrategy("binding", true));
        engine.offering("news", "{\"currency\":\"EUR\",\"schedule\":{\"flat\":\"4.00\",\"rates\":{\"article\":\"0.50\"}}}");
        engine.policy("ask", "{\"strategy\":\"asking\",\"cycleDays\":30,\"respondDays\":7,\"fallback\":{\"strategy\":\"binding\"}}");
        engine.policy("fixed", "{\"strategy\":\"binding\",\"cycleDays\":30,\"fallback\":{\"strategy\":\"asking\"}}");
    }

    @AfterEach
    void close() {
        engine.link.set(journal);
        assertThat(engine.checkUsage(journal, Instant.MIN)).isEmpty();
        engine.close();
    }

    @Test
    void aCycleIsUsedRequestedPricedAndFollowedByTheNext() {
        Relationship ada = engine.start("ada", "news", "ask");
        use("u1", "ada", 2);
        Cycle first = engine.current(ada);
        engine.request(first);

        Cycle requested = engine.cycle(first);
        assertThat(requested.state()).isEqualTo(CycleState.REQUESTED);
        assertThat(requested.suggestion().orElseThrow().amount()).isEqualTo(Money.parse("5.00", "EUR"));
        assertThat(requested.times().due()).contains(Instant.parse("2026-01-08T00:00:00Z"));

        engine.price(first, "{\"differential\":-0.1,\"reasons\":[{\"code\":\"STUDENT\"}],\"comment\":\"thanks\"}");
        Cycle priced = engine.cycle(first);
        assertThat(priced.answer().orElseThrow().response().amount()).isEqualTo(Money.parse("4.50", "EUR"));
        assertThat(priced.answer().orElseThrow().comment()).contains("thanks");
        assertThat(engine.current(ada).id()).isNotEqualTo(first.id());
        assertThat(engine.relationship(ada).position().cyclesPriced()).isEqualTo(1);

        List<Event> facts = engine.told(journal, EventTypes.CYCLE_PRICED);
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.data().money("price")).contains(Money.parse("4.50", "EUR"));
            assertThat(fact.data().money("suggested")).contains(Money.parse("5.00", "EUR"));
            assertThat(fact.data().list("reasons")).isEqualTo(List.of("STUDENT"));
            assertThat(fact.data().text("stateBefore")).contains("WARMUP");
            assertThat(fact.data().flag("fallback")).contains(false);
        });
        assertThat(engine.told(journal, EventTypes.RELATIONSHIP_STARTED, EventTypes.CYCLE_OPENED,
                EventTypes.CYCLE_REQUESTED)).hasSize(4);
    }

    @Test
    void aBindingSuggestionIsThePriceAtOnce() {
        Relationship bob = engine.start("bob", "news", "fixed");
        Cycle first = engine.current(bob);
        engine.request(first);
        assertThat(engine.cycle(first).answer().orElseThrow().response().kind()).isEqualTo(PriceResponse.Kind.FIXED);
        assertThat(total()).isEqualTo(Money.parse("4.00", "EUR"));
    }

    @Test
    void deadlinesPassInTheOrderOfTimeAndSilenceIsNoPrice() {
        Relationship ada = engine.start("ada", "news", "ask");
        Relationship bob = engine.start("bob", "news", "fixed");
        var moved = engine.sandbox.move(Engine.SELLER, Values.of(Map.of("advance", "P1Y")));

        assertThat(moved.now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        // ada: opens, ends after 30 days, lapses after 7 more; bob is billed every 30 days
        assertThat(moved.fired()).isEqualTo(2 * 9 + 1 + 12);
        assertThat(engine.relationship(ada).position().cyclesPriced()).isZero();
        assertThat(engine.relationship(bob).position().cyclesPriced()).isEqualTo(12);
        assertThat(total()).isEqualTo(Money.parse("48.00", "EUR"));
        List<Instant> times = engine.told(journal, EventTypes.CYCLE_LAPSED, EventTypes.CYCLE_PRICED).stream()
                .map(Event::time).toList();
        assertThat(times).isSorted().hasSize(9 + 12);
        assertThat(engine.told(journal, EventTypes.RELATIONSHIP_CHANGED)).hasSize(1);
        assertThat(engine.relationship(ada).position().standing().state()).isEqualTo(RelationshipState.ACTIVE);
    }

    @Test
    void usageThatFillsTheCreditAsksForThePriceByItself() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        use("u1", "ada", 11);
        engine.usage.awaitAllCounted();
        assertThat(engine.cycle(first).state()).isEqualTo(CycleState.OPEN);
        use("u2", "ada", 1);
        Eventually.holds(() -> engine.cycle(first).state() == CycleState.REQUESTED);
        assertThat(engine.cycle(first).suggestion().orElseThrow().amount()).isEqualTo(Money.parse("10.00", "EUR"));
    }

    @Test
    void usageBetweenRequestAndPriceCountsIntoTheNextCycle() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        engine.request(first);
        use("late", "ada", 3);
        engine.usage.awaitAllCounted();
        engine.price(first, "{\"amount\":\"4.00\"}");
        engine.request(engine.current(ada));
        assertThat(engine.current(ada).suggestion().orElseThrow().amount()).isEqualTo(Money.parse("5.50", "EUR"));
        List<UsageLine> left = engine.database.read(h -> UsageRows.carried(h, Engine.SELLER, ada.id()));
        assertThat(left).isEmpty();
    }

    @Test
    void usageOfAnotherOfferingDoesNotCount() {
        Relationship ada = engine.start("ada", "news", "ask");
        journal.append(List.of(Engine.use("x", "ada", Map.of("unit", "article", "quantity", 3, "offering", "music")),
                Engine.use("bad", "ada", Map.of("unit", "article", "quantity", "three"))));
        engine.request(engine.current(ada));
        assertThat(engine.current(ada).suggestion().orElseThrow().amount()).isEqualTo(Money.parse("4.00", "EUR"));
    }

    @Test
    void aSecondPriceIsRefusedUnlessItMakesGood() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle priced = engine.pay(ada, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}");
        code(() -> engine.price(priced, "{\"amount\":\"3.00\"}"), ErrorCode.ALREADY_PRICED);
        code(() -> engine.price(priced, "{\"amount\":\"1.00\",\"makeGood\":true}"), ErrorCode.ALREADY_PRICED);
        engine.price(priced, "{\"amount\":\"3.00\",\"makeGood\":true}");
        assertThat(total()).isEqualTo(Money.parse("3.00", "EUR"));
        assertThat(engine.told(journal, EventTypes.CYCLE_PRICED).get(1).data().money("earlier"))
                .contains(Money.parse("1.00", "EUR"));
        assertThat(engine.relationship(ada).position().cyclesPriced()).isEqualTo(1);
    }

    @Test
    void aMakeGoodKeepsTheFirstCommentUnlessItHasOneItself() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle priced = engine.pay(ada, "{\"amount\":\"1.00\",\"comment\":\"dear me\"}");
        engine.price(priced, "{\"amount\":\"2.00\",\"makeGood\":true}");
        assertThat(engine.cycle(priced).answer().orElseThrow().comment()).contains("dear me");
        engine.price(priced, "{\"amount\":\"3.00\",\"makeGood\":true,\"comment\":\"I was wrong\"}");
        assertThat(engine.cycle(priced).answer().orElseThrow().comment()).contains("I was wrong");
    }

    @Test
    void relationshipsAreListedByCustomer() {
        Relationship ada = engine.start("ada", "news", "ask");
        engine.start("bob", "news", "ask");
        List<Relationship> listed = engine.database.read(h -> RelationshipRows.list(h, Engine.SELLER,
                new RelationshipRows.Filter(Optional.of("ada"), Optional.empty(), Optional.empty()), Optional.empty(), 10));
        assertThat(listed).extracting(Relationship::id).containsExactly(ada.id());
    }

    @Test
    void ofTwoPricesAtOnceOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                Relationship each = engine.start("c" + round, "news", "ask");
                Cycle cycle = engine.current(each);
                engine.request(cycle);
                Callable<Boolean> price = () -> {
                    try {
                        engine.price(cycle, "{\"amount\":\"4.00\"}");
                        return true;
                    } catch (ParleyException e) {
                        assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_PRICED);
                        return false;
                    }
                };
                long won = 0;
                for (Future<Boolean> done : threads.invokeAll(List.of(price, price, price, price))) {
                    won += done.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(total()).isEqualTo(Money.parse("40.00", "EUR"));
    }

    @Test
    void badPricesAreRefusedPrecisely() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle cycle = engine.current(ada);
        code(() -> engine.price(cycle, "{\"amount\":\"1.00\"}"), ErrorCode.STATE_CONFLICT);
        engine.request(cycle);
        code(() -> engine.price(cycle, "{\"amount\":\"-1.00\"}"), ErrorCode.INVALID_AMOUNT);
        code(() -> engine.price(cycle, "{\"amount\":\"1.001\"}"), ErrorCode.INVALID_AMOUNT);
        code(() -> engine.price(cycle, "{\"amount\":\"99999999999999999\"}"), ErrorCode.INVALID_AMOUNT);
        code(() -> engine.price(cycle, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"), ErrorCode.INVALID_CURRENCY);
        code(() -> engine.price(cycle, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"QQQ\"}}"), ErrorCode.INVALID_CURRENCY);
        code(() -> engine.price(cycle, "{\"differential\":-1.01}"), ErrorCode.INVALID_DIFFERENTIAL);
        code(() -> engine.price(cycle, "{\"differential\":1e999999999}"), ErrorCode.INVALID_AMOUNT);
        code(() -> engine.price(cycle, "{}"), ErrorCode.INVALID_INPUT);
        code(() -> engine.price(cycle, "{\"amount\":\"1.00\",\"differential\":0}"), ErrorCode.INVALID_INPUT);
        code(() -> engine.cycles.price(new SellerId("rival"), cycle.id().value(),
                new PriceInput(Json.values("{\"amount\":\"1.00\"}"))), ErrorCode.NOT_FOUND);
        code(() -> engine.cycles.request(Engine.SELLER, "none"), ErrorCode.NOT_FOUND);
        assertThat(engine.cycle(cycle).state()).isEqualTo(CycleState.REQUESTED);

        engine.sandbox.move(Engine.SELLER, Values.of(Map.of("advance", "P8D")));
        code(() -> engine.price(cycle, "{\"amount\":\"1.00\"}"), ErrorCode.STATE_CONFLICT);
    }

    @Test
    void policiesAreCheckedAndNeverChange() {
        code(() -> engine.policy("p", "{\"strategy\":\"crystal-ball\"}"), ErrorCode.UNKNOWN_STRATEGY);
        assertThatThrownBy(() -> engine.policy("p", "{\"strategy\":\"asking\",\"parameters\":{\"impossible\":1}}"))
                .isInstanceOfSatisfying(InvalidInput.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_POLICY);
                    assertThat(e.errors().get(0).field()).isEqualTo("parameters.impossible");
                });
        code(() -> engine.offering("news", "{\"currency\":\"USD\"}"), ErrorCode.INVALID_CURRENCY);
        assertThatThrownBy(() -> engine.database.write(h -> h.execute("UPDATE policy SET terms = '{}'")))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    void theLedgerRefusesToForget() {
        engine.pay(engine.start("ada", "news", "ask"), "{\"amount\":\"4.00\"}");
        String again = " INTO ledger SELECT seller, id, cycle, relationship, customer, offering, item, at, 0, currency, kind "
                + "FROM ledger";
        List<String> engines = switch (store) {
            case SQLITE -> List.of("INSERT OR REPLACE" + again);
            case POSTGRESQL -> List.of("TRUNCATE ledger", "INSERT" + again + " ON CONFLICT (seller, id) DO UPDATE SET minor = 0");
        };
        for (String sql : Stream.concat(Stream.of("UPDATE ledger SET minor = 0", "DELETE FROM ledger"), engines.stream()).toList()) {
            assertThatThrownBy(() -> engine.database.write(h -> h.execute(sql))).as(sql)
                    .isInstanceOf(JdbiException.class).hasMessageContaining("append-only");
        }
        assertThat(total()).isEqualTo(Money.parse("4.00", "EUR"));
    }

    @Test
    void anEngineThatIsOpenedAgainGoesOnWhereItWas() {
        Relationship ada = engine.start("ada", "news", "ask");
        use("u1", "ada", 2);
        Cycle first = engine.current(ada);
        engine.request(first);
        engine.close();
        open();
        engine.price(first, "{\"amount\":\"5.00\"}");
        assertThat(engine.told(journal, EventTypes.CYCLE_PRICED, EventTypes.CYCLE_REQUESTED)).hasSize(2);
        assertThat(engine.told(journal, EventTypes.CYCLE_OPENED)).hasSize(2);
    }

    @Test
    void factsWaitForAJournalThatIsAway() {
        engine.link.clear(journal);
        Relationship ada = engine.start("ada", "news", "ask");
        assertThat(engine.waitingFacts()).isEqualTo(2);
        engine.link.set(journal);
        assertThat(engine.told(journal, EventTypes.CYCLE_OPENED)).hasSize(1);
        engine.request(engine.current(ada));
    }

    @Test
    void aYearOfFiveHundredRelationshipsTakesSeconds() {
        for (int i = 0; i < 500; i++) {
            engine.start("c" + i, "news", "ask");
        }
        long begun = System.nanoTime();
        var moved = engine.sandbox.move(Engine.SELLER, Values.of(Map.of("advance", "P365D")));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(moved.fired()).isEqualTo(500 * 19);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        System.out.println("a year of 500 relationships: " + took.toMillis() + " ms");
    }

    private void use(String id, String customer, int articles) {
        journal.append(List.of(Engine.use(id, customer, Map.of("unit", "article", "quantity", articles))));
    }

    private Money total() {
        return engine.database.read(h -> LedgerRows.totals(h, Engine.SELLER, ALL)).get(0).total();
    }

    private static void code(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ParleyException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
