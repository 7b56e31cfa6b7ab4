package org.parley.pricing.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;

/**
 * What the engine relies on with every strategy. Subclass it in the tests of a plugin, give it the strategy and
 * parameters that must be valid, and it asks the strategy about cheap, dear, free, huge and unanswered cycles.
 */
public abstract class PricingStrategyContract {

    private static final double ROUNDING = 1e-5;

    private SampleFacts samples;

    /** A new instance of the strategy under test. */
    protected abstract PricingStrategy strategy();

    /** Parameters that it must accept. */
    protected abstract Values parameters();

    @BeforeEach
    void prepare() {
        samples = new SampleFacts(strategy(), parameters());
    }

    @Test
    void hasANameInLowerCaseKebabForm() {
        assertTrue(strategy().name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), strategy().name());
    }

    @Test
    void acceptsItsParameters() {
        assertEquals(List.of(), strategy().check(samples.policy()));
    }

    @Test
    void rejectsAnUnknownParameterByName() {
        Values unknown = parameters().with("noSuchParameterAnywhere", 1);
        List<PolicyProblem> problems = strategy().check(new SampleFacts(strategy(), unknown).policy());
        assertEquals(List.of("noSuchParameterAnywhere"), problems.stream().map(PolicyProblem::parameter).toList());
    }

    @Test
    void rejectsParametersOfTheWrongType() {
        for (String name : parameters().asMap().keySet()) {
            Values wrong = parameters().with(name, List.of("neither a number nor a word"));
            List<PolicyProblem> problems = strategy().check(new SampleFacts(strategy(), wrong).policy());
            assertTrue(problems.stream().anyMatch(problem -> problem.parameter().startsWith(name)), name);
        }
    }

    @Test
    void startsInTheOfferingsCurrency() {
        assertEquals(SampleFacts.EUR, start().credit().currency());
    }

    @Test
    void suggestsInTheOfferingsCurrency() {
        for (CycleFacts facts : cycles(start())) {
            assertEquals(SampleFacts.EUR, strategy().suggest(facts).amount().currency());
        }
    }

    @Test
    void explainsTheDifferentialThatItJudges() {
        forEveryAnswer((facts, suggestion, response, assessment) -> assessment.explained().ifPresent(explained ->
                assertEquals(0, explained.compareTo(assessment.explanation().total()), () -> response + ": "
                        + assessment)));
    }

    @Test
    void reasonsNeverLiftADifferentialAboveZero() {
        forEveryAnswer((facts, suggestion, response, assessment) -> assessment.explained().ifPresent(explained -> {
            BigDecimal highest = assessment.differential().orElseThrow().max(BigDecimal.ZERO);
            assertTrue(explained.compareTo(highest) <= 0, () -> response + ": " + assessment);
        }));
    }

    @Test
    void doesNotScoreSilenceOrAnswersNobodyWasAskedFor() {
        forEveryAnswer((facts, suggestion, response, assessment) -> {
            if (response.kind() == PriceResponse.Kind.SILENT || response.kind() == PriceResponse.Kind.FIXED) {
                assertEquals(Optional.empty(), assessment.fairness(), () -> response.toString());
            }
        });
    }

    @Test
    void doesNotScoreACycleWithoutASuggestion() {
        CycleFacts facts = samples.referenced(start(), 0, Money.zero(SampleFacts.EUR));
        Suggestion nothing = strategy().suggest(facts);
        if (nothing.amount().isZero()) {
            Assessment assessment = strategy().assess(facts, nothing, PriceResponse.price(SampleFacts.eur("1.00")));
            assertEquals(Optional.empty(), assessment.fairness());
        }
    }

    @Test
    void decidesWithinRangeAndCurrency() {
        for (PriceResponse first : Answers.to(SampleFacts.eur("9.00"))) {
            for (PriceResponse second : Answers.to(SampleFacts.eur("9.00"))) {
                assertWithinRange(walk(first, second, first, second, second).last());
            }
        }
    }

    @Test
    void silenceNeverLowersAReputation() {
        Walk walk = new Walk(strategy(), samples);
        Optional<Double> before = walk.pay(80).reputation();
        Optional<Double> after = walk.silent().reputation();
        assertTrue(before.isEmpty() || after.isEmpty() || after.get() >= before.get(), before + " to " + after);
    }

    @Test
    void givesTheSameResultForTheSameFacts() {
        PriceResponse[] answers = Answers.to(SampleFacts.eur("9.00")).toArray(PriceResponse[]::new);
        assertEquals(walk(answers).steps(), walk(answers).steps());
    }

    @Test
    void remembersOnlyWhatComesBackFromStorage() {
        PriceResponse[] answers = Answers.to(SampleFacts.eur("9.00")).toArray(PriceResponse[]::new);
        Standing kept = walk(answers).standing();
        Standing stored = new Standing(kept.state(), kept.tier(), kept.credit(),
                StoredValues.roundTrip(kept.strategyState()));
        for (PriceResponse response : answers) {
            Decision expected = decide(kept, response);
            Decision actual = decide(stored, response);
            assertEquals(StoredValues.roundTrip(expected.next().strategyState()),
                    StoredValues.roundTrip(actual.next().strategyState()));
            assertEquals(expected.reputation(), actual.reputation());
            assertEquals(expected.rule(), actual.rule());
        }
    }

    @Test
    void copesWithTheStandingThatAnotherStrategyLeft() {
        Standing start = start();
        Standing foreign = new Standing(start.state(), start.tier(), start.credit(),
                Values.empty().with("somethingElse", "x"));
        for (PriceResponse response : Answers.to(SampleFacts.eur("9.00"))) {
            assertWithinRange(decide(foreign, response));
        }
    }

    private Decision decide(Standing standing, PriceResponse response) {
        CycleFacts facts = samples.read(standing, 9, 10);
        Assessment assessment = strategy().assess(facts, strategy().suggest(facts), response);
        return strategy().decide(samples.relationship(standing, 9), response, assessment);
    }

    private static void assertWithinRange(Decision decision) {
        assertEquals(SampleFacts.EUR, decision.next().credit().currency());
        assertFalse(decision.rule().isBlank());
        decision.reputation().ifPresent(reputation -> {
            assertTrue(reputation >= 0 && reputation <= 1, () -> "reputation " + reputation);
            assertEquals(reputation, decision.explanation().total().doubleValue(), ROUNDING,
                    "the explanation adds up to the reputation");
        });
    }

    private Walk walk(PriceResponse... answers) {
        PricingStrategy strategy = strategy();
        Walk walk = new Walk(strategy, samples);
        for (PriceResponse answer : answers) {
            CycleFacts facts = samples.read(walk.standing(), walk.steps().size(), 10);
            walk.answer(facts, strategy.suggest(facts), answer);
        }
        return walk;
    }

    private Standing start() {
        return strategy().start(samples.offering(), samples.policy());
    }

    private List<CycleFacts> cycles(Standing standing) {
        return List.of(samples.read(standing, 0, 0), samples.read(standing, 3, 10),
                samples.read(standing, 3, 1_000_000_000_000L),
                samples.referenced(standing, 0, Money.zero(SampleFacts.EUR)),
                samples.referenced(standing, 0, new Money(1, SampleFacts.EUR)),
                samples.referenced(standing, 0, new Money(Long.MAX_VALUE, SampleFacts.EUR)));
    }

    private void forEveryAnswer(Check check) {
        for (CycleFacts facts : cycles(start())) {
            Suggestion suggestion = strategy().suggest(facts);
            for (PriceResponse response : Answers.to(suggestion.amount())) {
                check.on(facts, suggestion, response, strategy().assess(facts, suggestion, response));
            }
        }
    }

    private interface Check {
        void on(CycleFacts facts, Suggestion suggestion, PriceResponse response, Assessment assessment);
    }
}
