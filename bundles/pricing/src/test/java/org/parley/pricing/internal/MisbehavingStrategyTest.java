package org.parley.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.pricing.api.Standing;
import org.parley.pricing.internal.imports.ImportResult;
import org.parley.pricing.internal.store.DecisionRows;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.strategy.GuardLimits;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
@Timeout(120)
class MisbehavingStrategyTest {

    @Parameter
    org.parley.store.Engine store;

    @TempDir
    Path folder;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final TestStrategy named = new TestStrategy("named", false);
    private final TestStrategy other = new TestStrategy("other", false);
    private Engine engine;
    private Relationship ada;

    @BeforeEach
    void open() {
        engine = new Engine(TestDatabases.in(folder, store), journal, new GuardLimits(Duration.ofSeconds(2), 5, Duration.ofMillis(50), 2), named, other);
        engine.offering("news", "{\"currency\":\"EUR\",\"schedule\":{\"flat\":\"4.00\"}}");
        engine.policy("p", "{\"strategy\":\"named\",\"fallback\":{\"strategy\":\"other\"}}");
        ada = engine.start("ada", "news", "p");
    }

    @AfterEach
    void close() {
        named.mood = TestStrategy.Mood.WELL;
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(names = "WELL", mode = EnumSource.Mode.EXCLUDE)
    void theFallbackAnswersAndTheStandingStays(TestStrategy.Mood mood) {
        engine.pay(ada, "{\"amount\":\"4.00\"}");
        Standing before = engine.relationship(ada).position().standing();
        named.mood = mood;

        Cycle paid = engine.pay(ada, "{\"amount\":\"3.00\"}");

        StoredDecision decision = last(paid);
        assertThat(decision.strategy()).isEqualTo("other");
        assertThat(decision.fallback()).hasValueSatisfying(why -> assertThat(why).startsWith("named "));
        assertThat(engine.relationship(ada).position().standing()).isEqualTo(before);
        assertThat(engine.relationship(ada).fallback()).isPresent();
        assertThat(engine.relationship(ada).position().cyclesPriced()).isEqualTo(2);

        named.mood = TestStrategy.Mood.WELL;
        Cycle well = engine.pay(ada, "{\"amount\":\"4.00\"}");
        assertThat(last(well).fallback()).isEmpty();
        assertThat(engine.relationship(ada).fallback()).isEmpty();
        assertThat(engine.relationship(ada).position().standing().strategyState().whole("decided")).contains(2L);
    }

    @Test
    void aStrategyThatIsGoneIsReplacedUntilItIsBack() {
        engine.registry.uninstall(named);
        assertThat(last(engine.pay(ada, "{\"amount\":\"4.00\"}")).fallback()).contains("named is not installed");
        engine.install(named);
        assertThat(last(engine.pay(ada, "{\"amount\":\"4.00\"}")).fallback()).isEmpty();
    }

    @Test
    void whenNobodyAnswersThePriceIsStillTaken() {
        engine.registry.uninstall(named);
        engine.registry.uninstall(other);
        Cycle paid = engine.pay(ada, "{\"amount\":\"4.00\"}");
        assertThat(paid.state()).isEqualTo(CycleState.PRICED);
        assertThat(last(paid).record().object("assessment")).isEmpty();
        assertThat(last(paid).fallback()).hasValueSatisfying(why -> assertThat(why).contains("other is not installed"));
    }

    @Test
    void aRelationshipThatBeganWithoutItsStrategyIsStartedByItLater() {
        engine.registry.uninstall(named);
        Relationship bob = engine.start("bob", "news", "p");
        assertThat(bob.position().provisional()).isTrue();
        engine.install(named);
        engine.pay(bob, "{\"amount\":\"4.00\"}");
        assertThat(engine.relationship(bob).position().provisional()).isFalse();
        assertThat(engine.relationship(bob).position().standing().strategyState().whole("decided")).contains(1L);
    }

    @Test
    void repeatedFailuresLeadToQuarantineAndItEnds() {
        named.mood = TestStrategy.Mood.THROWS;
        for (int i = 0; i < 3; i++) {
            engine.pay(ada, "{\"amount\":\"4.00\"}");
        }
        var circuit = engine.registry.snapshot().named("named").orElseThrow().circuit();
        assertThat(circuit.failures()).isGreaterThanOrEqualTo(5);
        named.mood = TestStrategy.Mood.WELL;
        Eventually.holds(() -> !circuit.quarantined(engine.guard.limits()));
        assertThat(last(engine.pay(ada, "{\"amount\":\"4.00\"}")).fallback()).isEmpty();
        assertThat(circuit.quarantined(engine.guard.limits())).isFalse();
    }

    @Test
    void aStrategyThatHangsInAnImportCostsOnlyItsOwnRecords() {
        TestStrategy hangsOnce = new TestStrategy("named", false) {
            @Override
            public org.parley.pricing.api.Suggestion suggest(org.parley.pricing.api.CycleFacts facts) {
                mood = facts.reference().orElseThrow().minor() == 666 ? Mood.HANGS : mood;
                return super.suggest(facts);
            }
        };
        engine.registry.uninstall(named);
        engine.install(hangsOnce);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append("{\"source\":\"s\",\"id\":\"").append(i).append("\",\"customer\":\"c").append(i)
                    .append("\",\"offering\":\"news\",\"policy\":\"p\",\"time\":\"2025-01-01T00:00:00Z\",\"price\":{\"amount\":"
                            + "\"4.00\",\"currency\":\"EUR\"},\"suggested\":{\"amount\":\"")
                    .append(i == 2 ? "6.66" : "4.00").append("\",\"currency\":\"EUR\"}}\n");
        }
        Thread freer = new Thread(() -> {
            Eventually.holds(() -> engine.registry.snapshot().named("named").orElseThrow().circuit().failures() == 1);
            hangsOnce.mood = TestStrategy.Mood.WELL;
        });
        freer.start();
        ImportResult result = engine.take(lines.toString());
        assertThat(result.accepted()).isEqualTo(5);
        var circuit = engine.registry.snapshot().named("named").orElseThrow().circuit();
        Eventually.holds(() -> circuit.hanging() == 0);
        long fallbacks = engine.database.read(h -> h.createQuery("SELECT count(*) FROM decision WHERE fallback IS NOT NULL")
                .mapTo(Long.class).one());
        // The flag is shared by all calls, so those between the hang and its end may hang as well; not the ones before.
        assertThat(fallbacks).isBetween(1L, 3L);
    }

    private StoredDecision last(Cycle cycle) {
        List<StoredDecision> all = engine.database.read(h -> DecisionRows.of(h, Engine.SELLER, cycle.id()));
        return Optional.of(all).filter(list -> !list.isEmpty()).orElseThrow().get(all.size() - 1);
    }
}
