package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.common.Values;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.testing.Answers;
import org.parley.pricing.api.testing.SampleFacts;
import org.parley.pricing.api.testing.Walk;

/**
 * Prints how long the strategy takes for one cycle: suggest, assess, decide, on one thread, with one reason and the
 * reading of six parameters. It measures the arithmetic and its records, neither storage nor the plugin guard. Not part
 * of the build; run it with {@code mvn -f bundles/pricing-fairpay test -Dtest=CycleRate}.
 */
class CycleRate {

    private static final int CYCLES = 200_000;
    private static final int ROUNDS = 5;
    private static final int PER_RELATIONSHIP = 50;

    @Test
    void printsMicrosecondsPerCycle() {
        FairPayStrategy strategy = new FairPayStrategy();
        SampleFacts samples = new SampleFacts(strategy, Values.of(Map.of("halfLife", 6, "warmUpCycles", 3,
                "gateMean", 0.55, "gateLow", 0.25, "streak", 2, "reasons", Map.of("OUTAGE", 0.5))));
        ReasonClaim outage = Answers.reason("OUTAGE", "0.5");
        for (int round = 1; round <= ROUNDS; round++) {
            long begun = System.nanoTime();
            double reputations = 0;
            for (int i = 0; i < CYCLES / PER_RELATIONSHIP; i++) {
                Walk walk = new Walk(strategy, samples);
                for (int cycle = 0; cycle < PER_RELATIONSHIP; cycle++) {
                    reputations += walk.pay(75 + (i * 7 + cycle * 13) % 40, outage).reputation().orElseThrow();
                }
            }
            double micros = (System.nanoTime() - begun) / 1e3 / CYCLES;
            System.out.printf("round %d: %.1f us per cycle, %.0f cycles/s%n", round, micros, 1e6 / micros);
            assertThat(reputations).isPositive();
        }
    }
}
