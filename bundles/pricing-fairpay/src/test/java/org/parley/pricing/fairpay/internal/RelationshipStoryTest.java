package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.pricing.api.RelationshipState.ACTIVE;
import static org.parley.pricing.api.RelationshipState.RETRIAL;
import static org.parley.pricing.api.RelationshipState.SUSPENDED;
import static org.parley.pricing.api.RelationshipState.VOLUNTARY;
import static org.parley.pricing.api.RelationshipState.WARMUP;
import static org.parley.pricing.api.RelationshipState.WARNED;
import static org.parley.pricing.api.Tier.BASIC;
import static org.parley.pricing.api.Tier.NONE;
import static org.parley.pricing.api.Tier.PREMIUM;
import static org.parley.pricing.api.Tier.STANDARD;
import static org.parley.pricing.api.testing.SampleFacts.eur;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.Tier;
import org.parley.pricing.api.testing.Answers;
import org.parley.pricing.api.testing.SampleFacts;
import org.parley.pricing.api.testing.Walk;

/** Whole relationships under the default parameters, cycle by cycle. */
class RelationshipStoryTest {

    private static final FairPayStrategy STRATEGY = new FairPayStrategy();

    @Test
    void aFullPayerIsOnProbationThenStandardAtCycleThreeAndPremiumAtCycleFour() {
        Walk walk = walk(Values.empty());
        expect(walk.pay(100), "PROBATION", WARMUP, BASIC, "50.00");
        expect(walk.pay(100), "PROBATION", WARMUP, BASIC, "50.00");
        expect(walk.pay(100), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
        expect(walk.pay(100), "PREMIUM_GATE", ACTIVE, PREMIUM, "200.00");
        assertThat(walk.last().messages()).containsExactly("PROMOTION");
        assertThat(walk.last().inputs().decimal("lowerBound").orElseThrow()).isBetween(
                new BigDecimal("0.5055"), new BigDecimal("0.5065"));
    }

    @Test
    void tenPercentLessIsStandardAtOnceAndNeverPremium() {
        Walk walk = walk(Values.empty());
        expect(walk.pay(90, 3), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
        walk.pay(90, 500);
        assertThat(walk.steps()).extracting(step -> step.decision().next().tier()).doesNotContain(PREMIUM);
        expect(walk.last(), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
    }

    @Test
    void twentyPercentLessStaysOnProbationUntilCycleSixAndThenHoldsStandard() {
        Walk walk = walk(Values.empty());
        expect(walk.pay(80, 3), "THIN_EVIDENCE", WARMUP, BASIC, "50.00");
        expect(walk.pay(80, 2), "THIN_EVIDENCE", WARMUP, BASIC, "50.00");
        expect(walk.pay(80), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
        for (int cycle = 7; cycle <= 200; cycle++) {
            expect(walk.pay(80), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
        }
    }

    @Test
    void twentyFivePercentLessNeverQualifies() {
        Walk walk = walk(Values.empty());
        expect(walk.pay(75, 3), "GATE_MISSED", WARNED, BASIC, "25.00");
        assertThat(walk.last().messages()).containsExactly("WARNING", "ASK_WHY");
        expect(walk.pay(75), "REPEATED_MISS", SUSPENDED, NONE, "50.00");
        walk.pay(75, 200);
        assertThat(walk.steps()).extracting(step -> step.decision().next().tier())
                .doesNotContain(STANDARD, PREMIUM);
    }

    @Test
    void aVeteranIsWarnedAfterTwoFreeCyclesAlthoughTheReputationStillMeetsTheGate() {
        Walk walk = walk(Values.empty());
        walk.pay(100, 12);
        expect(walk.pay(0), "PREMIUM_GATE", ACTIVE, PREMIUM, "200.00");
        Decision warned = walk.pay(0);
        expect(warned, "STREAK", WARNED, PREMIUM, "100.00");
        assertThat(warned.reputation().orElseThrow()).isGreaterThan(0.55);
        expect(walk.pay(0), "STREAK_CONTINUED", SUSPENDED, NONE, "50.00");
    }

    @Test
    void aFairPriceAfterAStreakWarningLiftsIt() {
        Walk walk = walk(Values.empty());
        walk.pay(100, 12);
        walk.pay(0, 2);
        expect(walk.pay(100), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
        assertThat(walk.last().messages()).containsExactly("WARNING_LIFTED");
    }

    @Test
    void twoClearlyUnfairPricesEndAProbation() {
        Walk walk = walk(Values.empty());
        expect(walk.pay(20), "PROBATION", WARMUP, BASIC, "50.00");
        expect(walk.pay(40), "UNFAIR_ON_PROBATION", SUSPENDED, NONE, "50.00");
    }

    @Test
    void aReasonThatCountsKeepsAFreeCycleFromBeingClearlyUnfair() {
        Values policy = Values.of(Map.of("reasons", Map.of("OUTAGE", 1), "plausibility", 1));
        Walk walk = walk(policy);
        Decision decision = walk.pay(0, Answers.reason("OUTAGE", "1"));
        assertThat(decision.inputs().decimal("fairness")).contains(BigDecimal.ONE);
        assertThat(decision.messages()).containsExactly("THANKS", "VALUE_FAULT_APOLOGY");
    }

    @Test
    void aSuspensionIsServedAtTheFixedPriceAndASecondProbationFollows() {
        Walk walk = suspended();
        double before = walk.last().reputation().orElseThrow();
        Suggestion fixed = STRATEGY.suggest(facts(walk));
        assertThat(fixed.binding()).isTrue();
        assertThat(fixed.amount()).isEqualTo(eur("9.00"));
        expect(walk.pay(100), "SUSPENSION_RUNS", SUSPENDED, NONE, "50.00");
        expect(walk.pay(100), "TIME_SERVED", RETRIAL, BASIC, "50.00");
        assertThat(walk.last().reputation()).contains(before);
        assertThat(STRATEGY.suggest(facts(walk)).binding()).isFalse();
        expect(walk.pay(100), "PROBATION", RETRIAL, BASIC, "50.00");
        expect(walk.pay(100), "GATE_MISSED", WARNED, BASIC, "25.00");
        expect(walk.pay(100), "STANDARD_GATE", ACTIVE, STANDARD, "100.00");
    }

    @Test
    void aWarnedCustomerWhoPaysFairlyGoesOnAtTheBasicTierUntilTheGateIsMet() {
        Walk walk = walk(Values.empty());
        walk.pay(51, 3);
        expect(walk.last(), "GATE_MISSED", WARNED, BASIC, "25.00");
        expect(walk.pay(80), "FAIR_AFTER_WARNING", ACTIVE, BASIC, "50.00");
        expect(walk.pay(80), "FAIR_AFTER_WARNING", ACTIVE, BASIC, "50.00");
        expect(walk.pay(70), "REPEATED_MISS", SUSPENDED, NONE, "50.00");
    }

    @Test
    void payingEveryOtherCycleDoesNotLast() {
        Walk walk = walk(Values.empty());
        walk.pay(100, 12);
        for (int i = 0; i < 40; i++) {
            walk.pay(i % 2 == 0 ? 0 : 100);
        }
        assertThat(walk.steps()).extracting(step -> step.decision().next().state()).contains(SUSPENDED);
    }

    @Test
    void aSecondFarFallIsNotForgiven() {
        History good = History.NEW.scored(1, 1, new Fading(6)).withBreach();
        Situation fallen = new Situation(FairPayParameters.of(Values.empty()), ACTIVE, STANDARD, good, 0.1, 1, 0.39, 0.2);
        assertThat(DecisionTable.decide(fallen).id()).isEqualTo("REPEATED_BREACH");
        Situation near = new Situation(fallen.parameters(), ACTIVE, STANDARD, good, 0.1, 1, 0.40, 0.2);
        assertThat(DecisionTable.decide(near).id()).isEqualTo("GATE_MISSED");
    }

    @Test
    void silenceIsCountedAndChangesNothingElse() {
        Walk walk = walk(Values.empty());
        Decision paid = walk.pay(100, 4);
        Decision silent = walk.silent();
        expect(silent, "SILENT", ACTIVE, PREMIUM, "200.00");
        assertThat(silent.reputation()).isEqualTo(paid.reputation());
        assertThat(silent.next().strategyState()).isEqualTo(paid.next().strategyState().with("silent", 1));
    }

    @Test
    void raisingThePriceAfterAWarningLiftsItWhenTheGateIsMet() {
        Walk walk = walk(Values.empty());
        walk.pay(100, 12);
        walk.pay(0, 2);
        double before = walk.last().reputation().orElseThrow();
        Walk.Step unpaid = walk.steps().get(walk.steps().size() - 1);
        Money full = unpaid.suggestion().amount();
        Decision decision = walk.answer(unpaid.facts(), unpaid.suggestion(),
                PriceResponse.makeGood(unpaid.response().amount(), full, List.of()));
        expect(decision, "MAKE_GOOD_LIFTS_WARNING", ACTIVE, STANDARD, "100.00");
        assertThat(decision.inputs().decimal("weight")).contains(new BigDecimal("0.5"));
        assertThat(decision.reputation().orElseThrow()).isGreaterThan(before);
    }

    @Test
    void aCheapCycleBuysLittleTrust() {
        Walk cheap = walk(Values.of(Map.of("referenceAmount", 90)));
        cheap.pay(100, 3);
        assertThat(cheap.last().inputs().decimal("weight")).contains(new BigDecimal("0.1"));
        expect(cheap.last(), "THIN_EVIDENCE", WARMUP, BASIC, "50.00");
    }

    @Test
    void voluntaryPaymentIsNeverGated() {
        Walk walk = walk(Values.of(Map.of("mode", "voluntary")));
        assertThat(walk.standing().state()).isEqualTo(VOLUNTARY);
        walk.pay(0, 30);
        expect(walk.last(), "VOLUNTARY", VOLUNTARY, PREMIUM, "200.00");
    }

    @Test
    void everyDecisionCanBeContestedForTheDaysThePolicyGives() {
        assertThat(walk(Values.empty()).pay(100).appealWithin()).contains(Duration.ofDays(14));
        assertThat(walk(Values.of(Map.of("appealDays", 0))).pay(100).appealWithin()).isEmpty();
    }

    private static Walk suspended() {
        Walk walk = walk(Values.empty());
        walk.pay(0, 2);
        return walk;
    }

    private static CycleFacts facts(Walk walk) {
        return new SampleFacts(STRATEGY, Values.empty()).read(walk.standing(), 5, 10);
    }

    private static Walk walk(Values parameters) {
        return new Walk(STRATEGY, new SampleFacts(STRATEGY, parameters));
    }

    private static void expect(Decision decision, String rule, RelationshipState state, Tier tier, String credit) {
        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.next().state()).isEqualTo(state);
        assertThat(decision.next().tier()).isEqualTo(tier);
        assertThat(decision.next().credit()).isEqualTo(eur(credit));
    }
}
