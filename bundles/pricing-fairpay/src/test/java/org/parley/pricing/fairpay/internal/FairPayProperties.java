package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.testing.SampleFacts;
import org.parley.pricing.api.testing.Walk;

class FairPayProperties {

    private static final FairPayStrategy STRATEGY = new FairPayStrategy();
    private static final Values POLICY = Values.of(Map.of("plausibility", 0.9,
            "reasons", Map.of("OUTAGE", 1, "BUG", 0.7, "LATE", 0.2)));
    private static final SampleFacts SAMPLES = new SampleFacts(STRATEGY, POLICY);

    @Provide
    Arbitrary<List<ReasonClaim>> reasons() {
        Arbitrary<Optional<BigDecimal>> shares = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(4).optional();
        return Combinators.combine(Arbitraries.of("OUTAGE", "BUG", "LATE", "OTHER"), shares).as(ReasonClaim::new)
                .list().ofMaxSize(PriceResponse.MAX_REASONS);
    }

    @Property(tries = 500)
    void assessesWithinBoundsAndNeverLiftsADifferentialAboveZero(@ForAll @LongRange(min = 1) long suggested,
            @ForAll @LongRange(min = 0) long price, @ForAll("reasons") List<ReasonClaim> reasons) {
        Assessment assessment = assess(suggested, price, reasons);
        BigDecimal plain = assessment.differential().orElseThrow();
        BigDecimal explained = assessment.explained().orElseThrow();
        assertThat(explained).isGreaterThanOrEqualTo(plain).isLessThanOrEqualTo(plain.max(BigDecimal.ZERO));
        assertThat(assessment.fairness().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(assessment.explanation().total()).isEqualByComparingTo(explained);
    }

    @Property(tries = 300)
    void payingMoreNeverLowersTheReputation(@ForAll @Size(max = 12) List<@IntRange(max = 150) Integer> earlier,
            @ForAll @IntRange(max = 150) int percent, @ForAll @IntRange(max = 100) int more) {
        double less = after(earlier, percent).last().reputation().orElseThrow();
        assertThat(after(earlier, percent + more).last().reputation().orElseThrow()).isGreaterThanOrEqualTo(less);
    }

    @Property(tries = 300)
    void creditStaysWithinTheRule(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 150) Integer> percents) {
        for (Walk.Step step : after(percents, 100).steps()) {
            assertThat(step.decision().next().credit()).isBetween(SampleFacts.eur("25.00"), SampleFacts.eur("200.00"));
        }
    }

    @Property(tries = 200)
    void theSameFactsGiveTheSameStory(@ForAll @Size(max = 20) List<@IntRange(max = 150) Integer> percents) {
        assertThat(after(percents, 70).steps()).isEqualTo(after(percents, 70).steps());
    }

    @Property(tries = 200)
    void explanationsAddUpExactlyToTheReputation(@ForAll @Size(max = 20) List<@IntRange(max = 150) Integer> percents) {
        for (Walk.Step step : after(percents, 60).steps()) {
            Decision decision = step.decision();
            assertThat(decision.explanation().total())
                    .isEqualByComparingTo(BigDecimal.valueOf(decision.reputation().orElseThrow()));
        }
    }

    @Property(tries = 200)
    void raisingAPriceNeverLowersTheReputation(@ForAll @Size(max = 10) List<@IntRange(max = 150) Integer> percents,
            @ForAll @IntRange(max = 100) int percent, @ForAll @IntRange(max = 200) int raised) {
        Walk walk = after(percents, percent);
        double before = walk.last().reputation().orElseThrow();
        Walk.Step last = walk.steps().get(walk.steps().size() - 1);
        long price = last.suggestion().amount().minor() * raised / 100;
        Decision mended = walk.answer(last.facts(), last.suggestion(), PriceResponse.makeGood(last.response().amount(),
                new Money(price, SampleFacts.EUR), List.of()));
        assertThat(mended.reputation().orElseThrow()).isGreaterThanOrEqualTo(before);
    }

    private static Assessment assess(long suggested, long price, List<ReasonClaim> reasons) {
        Standing start = STRATEGY.start(SAMPLES.offering(), SAMPLES.policy());
        var facts = SAMPLES.referenced(start, 0, new Money(suggested, SampleFacts.EUR));
        Suggestion suggestion = STRATEGY.suggest(facts);
        return STRATEGY.assess(facts, suggestion, PriceResponse.price(new Money(price, SampleFacts.EUR),
                reasons.toArray(ReasonClaim[]::new)));
    }

    private static Walk after(List<Integer> percents, int last) {
        Walk walk = new Walk(STRATEGY, SAMPLES);
        List<Integer> all = new ArrayList<>(percents);
        all.add(last);
        all.forEach(walk::pay);
        return walk;
    }
}
