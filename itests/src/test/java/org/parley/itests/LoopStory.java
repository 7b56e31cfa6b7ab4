package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.Shop;
import org.parley.itests.load.Books;
import org.parley.itests.load.Timelines;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The whole loop, as a seller's backend goes through it with its test clock; on the server of a subclass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoopStory {

    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private Shop shop;

    abstract Server server();

    @BeforeAll
    void aSeller() {
        shop = new Shop(server().api());
        shop.offering("news", "EUR");
        shop.policy("fair", "fairpay", "fixed");
    }

    @Test
    void usageIsPricedByTheCustomerExplainedJudgedAndFollowedByTheNextCycle() {
        String relationship = started("ada");
        for (int n = 1; n <= 3; n++) {
            read("ada", n, 2);
        }
        String cycle = shop.openCycle(relationship);

        JsonNode requested = shop.request(cycle);
        assertThat(requested.get("state").asText()).isEqualTo("REQUESTED");
        assertThat(requested.at("/suggested/amount").asText()).as("%s", requested).isEqualTo("7.00");
        assertThat(sum(requested.get("explanation"))).isEqualByComparingTo("7.00");
        assertThat(requested.get("deadline").asText()).isEqualTo(
                now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MILLIS).toString());

        JsonNode priced = shop.price(cycle, "5.60", "EUR", "OUTAGE");
        assertThat(priced.get("state").asText()).isEqualTo("PRICED");
        assertThat(priced.at("/assessment/differential").decimalValue()).isEqualByComparingTo("-0.2");
        assertThat(priced.at("/assessment/fairness").asDouble()).isEqualTo(0.6);
        assertThat(priced.at("/reasons/0/code").asText()).isEqualTo("OUTAGE");
        assertThat(priced.at("/decision/rule").asText()).isEqualTo("PROBATION");
        assertThat(priced.at("/next/state").asText()).isEqualTo("OPEN");
        assertThat(shop.openCycle(relationship)).isEqualTo(priced.at("/next/id").asText());

        JsonNode decision = server().api().get("/cycles/" + cycle + "/decision").expect(200).json();
        assertThat(decision.at("/strategy/name").asText()).isEqualTo("fairpay");
        assertThat(decision.at("/strategy/version").asText()).isNotBlank();
        assertThat(decision.at("/policy/version").asInt()).isEqualTo(1);
        assertThat(decision.at("/facts/usage/0/quantity").asInt()).isEqualTo(6);
    }

    @Test
    void aFullPayerEarnsStandardAfterTheWarmUpAndPremiumOneCycleLater() {
        String relationship = started("bob");
        List<String> tiers = new ArrayList<>();
        List<Double> reputations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            payInFull(relationship);
            tiers.add(shop.relationship(relationship).get("tier").asText());
            reputations.add(shop.relationship(relationship).get("reputation").asDouble());
        }
        assertThat(tiers).containsExactly("BASIC", "BASIC", "STANDARD", "PREMIUM");
        assertThat(reputations.get(2)).isEqualTo(0.7865, within(0.00005));
        JsonNode standing = shop.relationship(relationship);
        assertThat(sum(standing.get("explanation")).doubleValue()).as("%s", standing)
                .isEqualTo(standing.get("reputation").asDouble(), within(0.000001));
    }

    @Test
    void anUnansweredCycleLapsesAtItsDeadlineAndNothingIsPaid() {
        String relationship = started("cem");
        String cycle = shop.openCycle(relationship);
        shop.request(cycle);
        advance("P6D");
        assertThat(shop.cycle(cycle).get("state").asText()).isEqualTo("REQUESTED");
        advance("P1DT1S");
        assertThat(shop.cycle(cycle).get("state").asText()).isEqualTo("LAPSED");
        assertThat(shop.openCycle(relationship)).isNotEqualTo(cycle);
        ProblemCheck.check(shop.tryPrice(cycle, "4.00", "EUR"), 409, "state-conflict");
    }

    @Test
    void scoresReportsTimelineAndLedgerTellTheSameStory() {
        String relationship = started("dee");
        for (int i = 0; i < 5; i++) {
            read("dee", 100 + i, 1);
            payInFull(relationship);
        }
        String pricing = "org.parley.pricing.cycle.priced";
        assertThat(new Timelines(server().api()).idsOnceThereAre(5, "dee", pricing)).hasSize(5);

        Await.until("dee's payments are scored", CATCH_UP,
                () -> score("dee", "payment-generosity").get("evidence").asInt() == 5);
        JsonNode generosity = score("dee", "payment-generosity");
        assertThat(generosity.get("unit").asText()).isNotBlank();
        assertThat(score("nobody", "payment-generosity").path("value").isNumber()).isFalse();
        assertThat(score("nobody", "payment-generosity").get("insufficient").asText()).isNotBlank();

        Books books = new Books(server().api());
        Books.Sum ledger = books.ledger("EUR");
        assertThat(ledger.count()).isGreaterThanOrEqualTo(5);
        assertThat(books.reportOnceItShows(ledger.count(), "EUR")).isEqualTo(ledger);
        for (String report : List.of("price-distribution", "reputation-and-tiers", "cohort-retention")) {
            assertThat(server().api().get("/reports/" + report).expect(200).json().get("rows")).as(report).isNotEmpty();
        }
        String csv = server().api().get("/reports/revenue-by-day?offering=news", "text/csv").expect(200).text();
        assertThat(csv.lines().findFirst()).hasValueSatisfying(header -> assertThat(header).contains("day", "revenue"));
        BigDecimal total = csv.lines().skip(1).map(line -> new BigDecimal(line.split(",")[5]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).isEqualByComparingTo(ledger.total());
    }

    private String started(String customer) {
        JsonNode relationship = shop.relationship(customer, "news", "fair");
        assertThat(relationship.get("state").asText()).isEqualTo("WARMUP");
        assertThat(relationship.get("tier").asText()).isEqualTo("BASIC");
        return relationship.get("id").asText();
    }

    private void read(String customer, int number, int articles) {
        server().api().post("/events", Api.EVENT, "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":"
                + "\"urn:reader\",\"id\":\"" + customer + number + "\",\"subject\":\"" + customer
                + "\",\"data\":{\"quantity\":" + articles + ",\"unit\":\"article\",\"activeSeconds\":60}}").expect(200);
    }

    private void payInFull(String relationship) {
        String cycle = shop.openCycle(relationship);
        String suggested = shop.request(cycle).at("/suggested/amount").asText();
        shop.price(cycle, suggested, "EUR");
        advance("P30D");
    }

    private void advance(String duration) {
        Instant before = now();
        server().api().post("/sandbox/clock", JsonNodeFactory.instance.objectNode().put("advance", duration)).expect(200);
        assertThat(now()).isEqualTo(before.plus(Duration.parse(duration)));
    }

    private Instant now() {
        return Instant.parse(server().api().get("/seller").expect(200).json().get("now").asText());
    }

    private JsonNode score(String customer, String name) {
        return server().api().get("/customers/" + customer + "/scores/" + name).expect(200).json();
    }

    private static BigDecimal sum(JsonNode explanation) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : explanation) {
            sum = sum.add(line.get("effect").decimalValue());
        }
        return sum;
    }
}
