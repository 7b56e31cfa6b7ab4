package org.parley.pricing.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.pricing.internal.Eventually;

@Timeout(60)
class StrategyGuardTest {

    private final Circuit circuit = new Circuit();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void resultsBeforeAndAfterACallThatHangsAreKept() {
        GuardLimits limits = new GuardLimits(Duration.ofMillis(100), 5, Duration.ofSeconds(60), 2);
        List<Outcome<Integer>> accepted = new ArrayList<>();
        List<Outcome<Integer>> outcomes = run(limits, accepted, IntStream.range(0, 10).mapToObj(i -> step(i, i == 4)).toList());

        assertThat(outcomes).hasSize(10).isEqualTo(accepted);
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Failed.class);
        for (int i = 0; i < 10; i++) {
            if (i != 4) {
                assertThat(outcomes.get(i)).isEqualTo(new Outcome.Answered<>(i));
            }
        }
        assertThat(circuit.hanging()).isEqualTo(1);
        release.countDown();
        Eventually.holds(() -> circuit.hanging() == 0);
        assertThat(accepted).hasSize(10);
    }

    @Test
    void aStrategyThatKeepsFailingIsNotAskedAnyMore() {
        GuardLimits limits = new GuardLimits(Duration.ofMillis(100), 3, Duration.ofSeconds(60), 2);
        List<Integer> asked = new ArrayList<>();
        List<Outcome<Integer>> outcomes = run(limits, new ArrayList<>(), IntStream.range(0, 10).mapToObj(i -> (Supplied) () -> {
            asked.add(i);
            throw new LinkageError("a broken bundle");
        }).toList());
        assertThat(asked).containsExactly(0, 1, 2);
        assertThat(outcomes).hasSize(10).allSatisfy(each -> assertThat(each).isInstanceOf(Outcome.Failed.class));
        assertThat(circuit.quarantined(limits)).isTrue();
        assertThat(circuit.failures()).isEqualTo(3);
    }

    @Test
    void hangingThreadsHaveALimit() {
        GuardLimits limits = new GuardLimits(Duration.ofMillis(50), 100, Duration.ofSeconds(60), 2);
        List<Outcome<Integer>> outcomes = run(limits, new ArrayList<>(),
                IntStream.range(0, 6).mapToObj(i -> step(i, true)).toList());
        assertThat(outcomes).hasSize(6).allSatisfy(each -> assertThat(each).isInstanceOf(Outcome.Failed.class));
        assertThat(circuit.hanging()).isEqualTo(2);
        release.countDown();
        Eventually.holds(() -> circuit.hanging() == 0);
    }

    private interface Supplied {
        int get();
    }

    private Supplied step(int i, boolean hangs) {
        return () -> {
            if (hangs) {
                awaitRelease();
            }
            return i;
        };
    }

    private void awaitRelease() {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                Thread.interrupted(); // a plugin that does not listen
            }
        }
    }

    private List<Outcome<Integer>> run(GuardLimits limits, List<Outcome<Integer>> accepted, List<Supplied> calls) {
        List<GuardedRun.Step<Integer>> steps = calls.stream().<GuardedRun.Step<Integer>>map(call -> new GuardedRun.Step<>() {
            @Override
            public Integer call() {
                return call.get();
            }

            @Override
            public void accept(Outcome<Integer> outcome) {
                accepted.add(outcome);
            }
        }).toList();
        return new GuardedRun<>("test", StrategyGuardTest.class.getClassLoader(), circuit, limits, steps).run();
    }
}
