package org.parley.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final BigDecimal SUGGESTED = new BigDecimal("8.00");

    @Test
    void theSameSeedMakesTheSameCustomersAndAnotherSeedOthers() {
        assertThat(Population.of(300, 7)).isEqualTo(Population.of(300, 7)).isNotEqualTo(Population.of(300, 8));
        assertThat(Population.of(100, 7)).as("a smaller demo is the beginning of a larger one")
                .isEqualTo(Population.of(300, 7).subList(0, 100));
    }

    @Test
    void pricesDoNotDependOnTheOrderTheyAreAskedIn() {
        List<Customer> customers = new ArrayList<>(Population.of(300, 7));
        List<Optional<PriceModel.Response>> forward = customers.stream().map(PopulationTest::answer).toList();
        Collections.reverse(customers);
        List<Optional<PriceModel.Response>> backward = new ArrayList<>(customers.stream().map(PopulationTest::answer).toList());
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void useIsTheSameForTheSameSeed() throws IOException {
        assertThat(events(7)).isEqualTo(events(7)).isNotEqualTo(events(8));
    }

    @Test
    void sharesOfTheKindsAddUp() {
        assertThat(Arrays.stream(AgentKind.values()).mapToDouble(AgentKind::share).sum()).isEqualTo(1, within(1e-12));
    }

    /** Panera Cares: 85 % of the suggestion on average; bagels on trust: 87 % pay; Magnatune: the suggestion is the mode. */
    @Test
    void pricesAreWhatTheStudiesFound() {
        List<BigDecimal> prices = Population.of(20_000, 3).stream().map(PopulationTest::answer).flatMap(Optional::stream)
                .map(PriceModel.Response::amount).toList();
        double mean = prices.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
        double paying = prices.stream().filter(price -> price.signum() > 0).count() / (double) prices.size();
        double atSuggestion = prices.stream().filter(price -> price.compareTo(SUGGESTED) == 0).count() / (double) prices.size();
        assertThat(mean / 8).isEqualTo(0.88, within(0.04));
        assertThat(paying).isBetween(0.87, 0.97);
        assertThat(atSuggestion).isBetween(0.30, 0.55);
        assertThat(prices).allSatisfy(price -> assertThat(price.signum()).isNotNegative());
    }

    /** In Rainbows: 62 % paid nothing where nothing was gated; the free riders of a gated offering do as those did. */
    @Test
    void freeRidersPayNothingAsOftenAsForInRainbows() {
        List<PriceModel.Response> answers = Population.of(50_000, 3).stream()
                .filter(customer -> customer.kind() == AgentKind.FREE_RIDER)
                .map(PopulationTest::answer).flatMap(Optional::stream).toList();
        double zero = answers.stream().filter(answer -> answer.amount().signum() == 0).count() / (double) answers.size();
        assertThat(zero).isEqualTo(0.62, within(0.03));
    }

    private static Optional<PriceModel.Response> answer(Customer customer) {
        return PriceModel.answer(customer.kind(), SUGGESTED, "ACTIVE", true, 3, customer.chance(3, "price"));
    }

    private static String events(long seed) throws IOException {
        MonthOfUse use = new MonthOfUse("urn:test", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            for (Customer customer : Population.of(20, seed)) {
                use.write(customer, 4, json);
            }
        }
        return text.toString();
    }
}
