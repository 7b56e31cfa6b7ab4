package com.example.thankyou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.pricing.api.testing.SampleFacts.eur;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.common.Values;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.testing.SampleFacts;
import org.parley.pricing.api.testing.Walk;

/** The sample offering costs 4.00 per cycle and 0.50 per article. */
class ThankYouStrategyTest {

    private final ThankYouStrategy strategy = new ThankYouStrategy();
    private final SampleFacts samples = new SampleFacts(strategy, Values.empty());

    @ParameterizedTest
    @CsvSource({"0, 14.00", "1, 13.86", "10, 12.60", "20, 11.20", "21, 11.20", "5000, 11.20"})
    void thePriceFallsWithEveryCycleDownToAFloor(long cyclesPriced, String price) {
        assertEquals(eur(price), suggest(cyclesPriced).amount());
    }

    @Test
    void thePriceIsBindingAndExplained() {
        Suggestion suggestion = suggest(10);
        assertTrue(suggestion.binding());
        assertEquals(List.of("FLAT", "RATE", "THANK_YOU"),
                suggestion.explanation().lines().stream().map(line -> line.code()).toList());
        assertEquals("thank you for 10 cycles: 10 % less", suggestion.explanation().lines().get(2).text());
    }

    @Test
    void oneCycleCannotEarnMoreThanAllTogether() {
        SampleFacts generous = new SampleFacts(strategy, Values.of(Map.of("perCycle", 0.5)));
        assertEquals(List.of("perCycle"),
                strategy.check(generous.policy()).stream().map(PolicyProblem::parameter).toList());
    }

    @Test
    void aRelationshipStaysAsItBegan() {
        Walk walk = new Walk(strategy, samples);
        assertEquals(walk.standing(), walk.pay(100, 25).next());
    }

    private Suggestion suggest(long cyclesPriced) {
        return strategy.suggest(samples.read(strategy.start(samples.offering(), samples.policy()), cyclesPriced, 20));
    }
}
