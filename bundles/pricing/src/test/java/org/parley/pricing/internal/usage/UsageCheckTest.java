package org.parley.pricing.internal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.ErrorCode;
import org.parley.common.ParleyException;
import org.parley.common.Values;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.Engine;
import org.parley.pricing.internal.FixedClock;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.TestStrategy;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
@Timeout(120)
class UsageCheckTest {

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
        engine.offering("music", "{\"currency\":\"EUR\",\"schedule\":{\"rates\":{\"article\":\"0.40\"}}}");
        engine.policy("ask", "{\"strategy\":\"asking\",\"cycleLength\":\"PT70H\",\"respondWithin\":\"PT30H\"}");
        engine.policy("fixed", "{\"strategy\":\"binding\",\"cycleLength\":\"PT50H\"}");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE usage SET quantity = '6' WHERE quantity = '5'",
        "DELETE FROM usage WHERE quantity = '5'",
        "UPDATE usage SET unit = 'minute' WHERE quantity = '5'",
        "UPDATE usage SET quantity = '8' WHERE quantity = '7'",
        "UPDATE waiting_usage SET quantity = '1'",
        "DROP TRIGGER late_usage_immutable; UPDATE late_usage SET quantity = '1' WHERE reason = 'CLOSED'",
        "DROP TRIGGER late_usage_permanent; DELETE FROM late_usage WHERE reason = 'BEFORE_START'",
        "DROP TRIGGER late_usage_permanent; DELETE FROM late_usage WHERE reason = 'UNCOUNTABLE'"})
    void whatWasTamperedWithIsFound(String sql) {
        story();
        assertThat(engine.checkUsage(journal, Instant.MIN)).isEmpty();
        for (String each : sql.split("; ")) {
            String table = each.startsWith("DROP") && store == org.parley.store.Engine.POSTGRESQL ? " ON late_usage" : "";
            engine.database.write(h -> h.execute(each + table));
        }
        assertThat(engine.checkUsage(journal, Instant.MIN)).isNotEmpty();
    }

    @Test
    void theFaultNamesTheCycleAndBothSums() {
        Cycle first = story();
        engine.database.write(h -> h.execute("UPDATE usage SET quantity = '6' WHERE quantity = '5'"));
        assertThat(engine.checkUsage(journal, Instant.MIN)).containsExactly("cycle " + first.id() + ": 6 article counted or "
                + "listed as late, but the events of the journal come to 5");
    }

    @Test
    void whatRetentionMayHaveRemovedIsNotCompared() {
        story();
        engine.database.write(h -> h.execute("UPDATE usage SET quantity = '6' WHERE quantity = '5'"));
        assertThat(engine.checkUsage(journal, START.plus(Duration.ofMinutes(30)))).isEmpty();
        engine.database.write(h -> h.execute("UPDATE usage SET quantity = '8' WHERE quantity = '7'"));
        assertThat(engine.checkUsage(journal, START.plus(Duration.ofMinutes(30)))).singleElement().asString()
                .contains("11 article").contains("10");
    }

    /** ada: 5 in the first cycle, 7 in the second, 3 that wait, 2 before, one uncountable; bob: 3 that came too late. */
    private Cycle story() {
        Relationship ada = engine.start("ada", "news", "ask");
        Cycle first = engine.current(ada);
        use("a", "ada", 0, 5);
        reach(1);
        engine.pay(ada, "{\"amount\":\"4.00\"}");
        reach(2);
        use("b", "ada", 1, 7);
        use("c", "ada", 9, 3);
        use("d", "ada", -1, 2);
        journal.append(List.of(Engine.use("bad", "ada", Map.of("quantity", "x"))));
        engine.usage.awaitAllCounted();
        Relationship bob = engine.start("bob", "news", "ask");
        reach(4);
        engine.pay(bob, "{\"amount\":\"4.00\"}");
        use("e", "bob", 3, 3);
        engine.usage.awaitAllCounted();
        return first;
    }

    /** Whatever comes in whatever order, each event is somewhere, exactly once, and where its time says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomStoriesAddUp(long seed) {
        Random random = new Random(seed);
        List<Relationship> relationships = new ArrayList<>();
        long hour = 0;
        for (int step = 0; step < 80; step++) {
            switch (random.nextInt(10)) {
                case 0 -> start(random, relationships);
                case 1 -> reach(hour += random.nextInt(40));
                case 2 -> relationships.forEach(each -> attempt(() -> engine.request(engine.current(each))));
                case 3 -> relationships.forEach(each -> attempt(() -> engine.price(engine.current(each), "{\"amount\":\"1.00\"}")));
                case 4 -> restart();
                default -> use("e" + step, "c" + random.nextInt(3), hour - 60 + random.nextInt(90), random.nextInt(6));
            }
        }
        reach(hour + 200);
        assertThat(engine.checkUsage(journal, Instant.MIN)).isEmpty();
        long waiting = engine.database.read(h -> h.createQuery("SELECT count(*) FROM waiting_usage").mapTo(Long.class).one());
        assertThat(waiting).isZero();
    }

    private void start(Random random, List<Relationship> relationships) {
        attempt(() -> relationships.add(engine.start("c" + random.nextInt(3), random.nextBoolean() ? "news" : "music",
                random.nextBoolean() ? "ask" : "fixed")));
    }

    private void restart() {
        engine.close();
        open();
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (ParleyException e) { // the state at that time does not allow it
            assertThat(e.code()).isEqualTo(ErrorCode.STATE_CONFLICT);
        }
    }

    private void reach(long hour) {
        engine.sandbox.move(Engine.SELLER, Values.of(Map.of("to", START.plus(Duration.ofHours(hour)).toString())));
    }

    private void use(String id, String customer, long hour, int articles) {
        journal.append(List.of(Engine.use(id, customer, START.plus(Duration.ofHours(hour)),
                Map.of("unit", "article", "quantity", articles))));
    }
}
