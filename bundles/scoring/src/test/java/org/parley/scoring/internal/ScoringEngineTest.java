package org.parley.scoring.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.CustomerId;
import org.parley.common.Explanation;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.ScoreFunction;
import org.rocksdb.RocksDB;

class ScoringEngineTest {

    private static final SellerId SELLER = new SellerId("acme");
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    /** Counts a customer's uses, unless {@code fails} says otherwise. */
    record Counting(String name, int stateVersion, LongPredicate fails) implements ScoreFunction<Counting.State> {

        public record State(long count) {}

        static Counting of(String name) {
            return new Counting(name, 1, count -> false);
        }

        @Override
        public Class<State> stateType() {
            return State.class;
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of(EventTypes.USAGE);
        }

        @Override
        public State initial() {
            return new State(0);
        }

        @Override
        public State fold(State state, Event event) {
            if (fails.test(state.count())) {
                throw new IllegalStateException("cannot count further");
            }
            return new State(state.count() + 1);
        }

        @Override
        public Score read(State state, Instant at) {
            return new Score(name, "uses", Optional.of((double) state.count()), Optional.empty(), state.count(),
                    Explanation.of(), Optional.empty());
        }
    }

    @TempDir
    Path folder;
    private final InMemoryJournal journal = new InMemoryJournal();
    private final ScoreRegistry registry = new ScoreRegistry();
    private ScoringEngine engine;

    @BeforeEach
    void open() {
        engine = new ScoringEngine(folder, registry, journal);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Map<String, Object> service(long id) {
        return Map.of("service.id", id);
    }

    private static Event use(String id, String customer) {
        return new Event(SELLER, "/test", id, EventTypes.USAGE, Optional.of(new CustomerId(customer)), AT,
                Values.empty());
    }

    private List<Event> uses(String prefix, int count, int customers) {
        Random random = new Random(count);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(use(prefix + i, "c" + random.nextInt(customers)));
        }
        return events;
    }

    private double sum(String score, int customers) {
        double sum = 0;
        for (int i = 0; i < customers; i++) {
            sum += one(score, "c" + i).value().orElse(-1e9);
        }
        return sum;
    }

    private Score one(String score, String customer) {
        return engine.one(SELLER, new CustomerId(customer), score, AT).orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void statesThatCannotBeReadAreNotLeftLocked() throws Exception {
        Path broken = folder.resolve("broken");
        byte[] position = {0};
        try (RocksDB db = RocksDB.open(broken.toString())) {
            db.put(position, new byte[] {1});
        }
        assertThatThrownBy(() -> new ScoringEngine(broken, registry, journal)).isInstanceOf(RuntimeException.class);

        try (RocksDB db = RocksDB.open(broken.toString())) {
            assertThat(db.get(position)).hasSize(1);
        }
    }

    @Test
    void countsEachEventOnceOverManyRestarts() throws Exception {
        registry.addScore(Counting.of("uses"), service(1));
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            journal.append(uses("r" + round + "-", 3000, 50));
            int wait = random.nextInt(3);
            await(() -> wait == 0 || sum("uses", 50) > 0);
            engine.close();
            open();
        }
        await(() -> sum("uses", 50) >= 60_000);
        assertThat(sum("uses", 50)).isEqualTo(60_000);
    }

    @Test
    void aScoreInstalledLaterCountsFromTheStart() throws Exception {
        registry.addScore(Counting.of("first"), service(1));
        journal.append(uses("u", 20_000, 10));
        await(() -> sum("first", 10) == 20_000);
        registry.addScore(Counting.of("second"), service(2));
        journal.append(uses("v", 20_000, 10));
        await(() -> sum("second", 10) >= 40_000 && sum("first", 10) >= 40_000);
        assertThat(sum("second", 10)).isEqualTo(40_000);
        assertThat(engine.all(SELLER, new CustomerId("c1"), AT)).extracting(Score::name)
                .containsExactly("first", "second");
    }

    @Test
    void aNewStateVersionCountsFromTheStart() throws Exception {
        registry.addScore(Counting.of("uses"), service(1));
        journal.append(uses("u", 5000, 10));
        await(() -> sum("uses", 10) == 5000);
        registry.addScore(new Counting("uses", 2, count -> false), service(2));
        registry.removeScore(Counting.of("uses"), service(1));
        journal.append(uses("v", 5000, 10));
        await(() -> sum("uses", 10) >= 10_000);
        assertThat(sum("uses", 10)).isEqualTo(10_000);
    }

    @Test
    void aScoreThatFailsStopsAndSaysSoWhileOthersGoOn() throws Exception {
        registry.addScore(Counting.of("good"), service(1));
        registry.addScore(new Counting("bad", 1, count -> count == 3), service(2));
        journal.append(uses("u", 100, 1));
        await(() -> one("bad", "c0").insufficient().orElse("").startsWith("stopped before event 4"));
        await(() -> sum("good", 1) == 100);
        journal.append(uses("v", 100, 1));
        await(() -> sum("good", 1) == 200);
        assertThat(one("bad", "c0").value()).isEmpty();
        registry.removeScore(Counting.of("bad"), service(2));
        registry.addScore(Counting.of("bad"), service(3));
        await(() -> sum("bad", 1) >= 200);
        assertThat(sum("bad", 1)).isEqualTo(200);
    }

    @Test
    void anUnknownCustomerHasNoEvidenceAndAnUnknownScoreIsAbsent() throws Exception {
        registry.addScore(Counting.of("uses"), service(1));
        await(() -> one("uses", "nobody").insufficient().isEmpty());
        assertThat(one("uses", "nobody").evidence()).isZero();
        assertThat(engine.one(SELLER, new CustomerId("nobody"), "other", AT)).isEmpty();
    }

    @Test
    void keepsSellersApartAndLeavesOutEventsAboutNobody() throws Exception {
        registry.addScore(Counting.of("uses"), service(1));
        journal.append(List.of(use("a", "c0"),
                new Event(new SellerId("other"), "/test", "a", EventTypes.USAGE, Optional.of(new CustomerId("c0")), AT, Values.empty()),
                new Event(SELLER, "/test", "n", EventTypes.USAGE, Optional.empty(), AT, Values.empty())));
        await(() -> sum("uses", 1) >= 1 && journal.reported().getOrDefault("scoring", 0L) == 3);
        assertThat(sum("uses", 1)).isEqualTo(1);
    }

    @Test
    void refusesAFunctionThatCannotSayWhatItIs() {
        registry.addScore(new Counting("No Name", 1, count -> false), service(1));
        assertThat(engine.all(SELLER, new CustomerId("c0"), AT)).isEmpty();
    }
}
