package org.parley.pricing.classic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.pricing.api.testing.SampleFacts.eur;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.Tier;
import org.parley.pricing.api.testing.SampleFacts;

/** The sample offering costs 4.00 per cycle and 0.50 per article, or 9.00 fixed. */
class ClassicStrategiesTest {

    @Test
    void aFixedPriceDoesNotFollowUse() {
        Suggestion little = suggest(new FixedStrategy(), 1);
        assertThat(little).isEqualTo(suggest(new FixedStrategy(), 100));
        assertThat(little.amount()).isEqualTo(eur("9.00"));
        assertThat(little.binding()).isTrue();
    }

    @Test
    void withoutAFixedPriceTheScheduleIsBinding() {
        CycleFacts facts = facts(new FixedStrategy(), 12);
        OfferingTerms terms = facts.offering();
        OfferingTerms without = new OfferingTerms(terms.id(), 2, terms.name(), terms.currency(), terms.schedule(),
                terms.floor(), Optional.empty());
        Suggestion suggestion = new FixedStrategy().suggest(new CycleFacts(facts.cycle(), without, facts.policy(),
                facts.standing(), 0, facts.usage(), Optional.empty(), facts.opened(), facts.ended()));
        assertThat(suggestion.amount()).isEqualTo(eur("10.00"));
        assertThat(suggestion.binding()).isTrue();
        assertThat(suggestion.explanation().lines()).hasSize(2);
    }

    @Test
    void aRateCardFollowsUse() {
        Suggestion suggestion = suggest(new RateCardStrategy(), 7);
        assertThat(suggestion.amount()).isEqualTo(eur("7.50"));
        assertThat(suggestion.binding()).isTrue();
    }

    @Test
    void payWhatYouWantSuggestsRecordsTheDifferenceAndJudgesNothing() {
        PricingStrategy strategy = new PayWhatYouWantStrategy();
        Suggestion suggestion = suggest(strategy, 12);
        assertThat(suggestion.amount()).isEqualTo(eur("10.00"));
        assertThat(suggestion.binding()).isFalse();
        Assessment free = strategy.assess(facts(strategy, 12), suggestion, PriceResponse.price(eur("0.00")));
        assertThat(free.differential().orElseThrow()).isEqualByComparingTo(new BigDecimal("-1"));
        assertThat(free.fairness()).isEmpty();
        Standing standing = start(strategy, Values.empty());
        assertThat(standing.state()).isEqualTo(RelationshipState.VOLUNTARY);
        SampleFacts samples = new SampleFacts(strategy, Values.empty());
        assertThat(strategy.decide(samples.relationship(standing, 0), PriceResponse.price(eur("0.00")), free).next())
                .isEqualTo(standing);
    }

    @Test
    void theParametersSayWhatIsOfferedAndHowMuchMayBeOutstanding() {
        Standing standing = start(new FixedStrategy(), Values.of(Map.of("tier", "PREMIUM", "credit", 12.5)));
        assertThat(standing.state()).isEqualTo(RelationshipState.FIXED);
        assertThat(standing.tier()).isEqualTo(Tier.PREMIUM);
        assertThat(standing.credit()).isEqualTo(eur("12.50"));
    }

    @Test
    void wrongParametersAreNamed() {
        Values wrong = Values.of(Map.of("tier", "GOLD", "credit", -1, "discount", 0.1));
        assertThat(new RateCardStrategy().check(new SampleFacts(new RateCardStrategy(), wrong).policy()))
                .extracting(PolicyProblem::parameter).containsExactly("tier", "credit", "discount");
    }

    private static Suggestion suggest(PricingStrategy strategy, long articles) {
        return strategy.suggest(facts(strategy, articles));
    }

    private static CycleFacts facts(PricingStrategy strategy, long articles) {
        SampleFacts samples = new SampleFacts(strategy, Values.empty());
        return samples.read(start(strategy, Values.empty()), 0, articles);
    }

    private static Standing start(PricingStrategy strategy, Values parameters) {
        SampleFacts samples = new SampleFacts(strategy, parameters);
        return strategy.start(samples.offering(), samples.policy());
    }
}
