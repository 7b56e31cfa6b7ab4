package org.parley.pricing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.testing.PricingStrategyContract;

/** The contract passes a well-behaved strategy, and finds each way of not being one. */
class ContractTest {

    @Test
    void passesAWellBehavedStrategy() {
        assertThat(brokenBy(WellBehaved.class)).isEmpty();
    }

    @Test
    void findsAStrategyThatTakesUnknownParameters() {
        assertThat(brokenBy(Careless.class)).contains("rejectsAnUnknownParameterByName");
    }

    @Test
    void findsAStrategyThatRemembersOutsideItsState() {
        assertThat(brokenBy(Forgetful.class)).contains("givesTheSameResultForTheSameFacts");
    }

    @Test
    void findsAStrategyThatTakesSilenceForAPrice() {
        assertThat(brokenBy(Harsh.class)).contains("doesNotScoreSilenceOrAnswersNobodyWasAskedFor");
    }

    @Test
    void findsAStrategyWhoseFiguresDoNotAddUp() {
        assertThat(brokenBy(Opaque.class)).contains("explainsTheDifferentialThatItJudges", "decidesWithinRangeAndCurrency");
    }

    @Test
    void findsAStrategyThatAnswersInAnotherCurrency() {
        assertThat(brokenBy(Abroad.class)).contains("startsInTheOfferingsCurrency");
    }

    private static List<String> brokenBy(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute().testEvents().failed()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", "")).toList();
    }

    static class WellBehaved extends Contract {
        @Override
        protected PricingStrategy strategy() {
            return new Free();
        }
    }

    static class Careless extends Contract {
        @Override
        protected PricingStrategy strategy() {
            return new Free() {
                @Override
                public List<PolicyProblem> check(PolicyTerms policy) {
                    return List.of();
                }
            };
        }
    }

    static class Forgetful extends Contract {
        @Override
        protected PricingStrategy strategy() {
            AtomicLong calls = COUNT;
            return new Free() {
                @Override
                public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
                    return Decision.keep(facts.standing(), "CALL_" + calls.incrementAndGet(), "counts its calls");
                }
            };
        }

        private static final AtomicLong COUNT = new AtomicLong();
    }

    static class Harsh extends Contract {
        @Override
        protected PricingStrategy strategy() {
            return new Free() {
                @Override
                public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
                    return new Assessment(Optional.empty(), Optional.empty(), Optional.of(0.0), 1, List.of(),
                            Explanation.of());
                }
            };
        }
    }

    static class Opaque extends Contract {
        @Override
        protected PricingStrategy strategy() {
            return new Free() {
                @Override
                public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
                    Optional<BigDecimal> half = Optional.of(new BigDecimal("-0.5"));
                    return new Assessment(half, half, Optional.empty(), 0, List.of(), Explanation.of());
                }

                @Override
                public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
                    return new Decision(facts.standing(), "TRUST_ME", Values.empty(), Optional.of(0.7), List.of(),
                            Explanation.of(), Optional.empty());
                }
            };
        }
    }

    static class Abroad extends Contract {
        @Override
        protected PricingStrategy strategy() {
            return new Free() {
                @Override
                public Standing start(OfferingTerms offering, PolicyTerms policy) {
                    return new Standing(RelationshipState.VOLUNTARY, Tier.BASIC, Money.ofMinor(1, "JPY"), Values.empty());
                }
            };
        }
    }

    abstract static class Contract extends PricingStrategyContract {
        @Override
        protected Values parameters() {
            return Values.empty();
        }
    }

    /** Suggests the schedule's price and takes what comes. */
    static class Free implements PricingStrategy {

        @Override
        public String name() {
            return "free";
        }

        @Override
        public List<PolicyProblem> check(PolicyTerms policy) {
            return new Parameters(policy.parameters()).problems();
        }

        @Override
        public Standing start(OfferingTerms offering, PolicyTerms policy) {
            return new Standing(RelationshipState.VOLUNTARY, Tier.BASIC, Money.zero(offering.currency()), Values.empty());
        }

        @Override
        public Suggestion suggest(CycleFacts facts) {
            RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
            return new Suggestion(priced.amount(), false, priced.explanation());
        }

        @Override
        public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
            return Assessment.unscored(Optional.empty(), "nothing is judged");
        }

        @Override
        public Decision decide(RelationshipFacts facts, PriceResponse response, Assessment assessment) {
            return Decision.keep(facts.standing(), "UNCHANGED", "nothing changes");
        }
    }
}
