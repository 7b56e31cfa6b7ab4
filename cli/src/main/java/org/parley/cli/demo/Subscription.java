package org.parley.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;

/**
 * One customer's relationship with one offering, as the demo drives it: asks for the price of the open cycle, then
 * answers as the customer would, or stays silent.
 */
final class Subscription {

    private final DemoApi api;
    private final Customer customer;
    private final String offering;
    private final String relationship;

    private Subscription(DemoApi api, Customer customer, String offering, String relationship) {
        this.api = api;
        this.customer = customer;
        this.offering = offering;
        this.relationship = relationship;
    }

    static Subscription start(DemoApi api, Customer customer, String offering) {
        JsonNode started = api.post("/relationships", DemoApi.body().put("customer", customer.id())
                .put("offering", offering).put("policy", Catalogue.policy(offering)));
        return new Subscription(api, customer, offering, started.path("id").asText());
    }

    Customer customer() {
        return customer;
    }

    /** Ends this month's use and answers; returns what was paid, or nothing for a silent customer. */
    Optional<BigDecimal> settle(int month) {
        JsonNode standing = api.get("/relationships/" + relationship);
        String open = standing.path("cycle").path("id").asText(standing.path("openCycle").asText());
        JsonNode asked = api.post("/cycles/" + open + "/request", DemoApi.body());
        if (!asked.path("state").asText().equals("REQUESTED")) {
            return Optional.of(amount(asked.path("price")));
        }
        Random chance = customer.chance(month, "price of " + offering);
        Optional<PriceModel.Response> answer = PriceModel.answer(customer.kind(), amount(asked.path("suggested")),
                standing.path("state").asText(), Catalogue.gated(offering), month, chance);
        answer.ifPresent(response -> api.post("/cycles/" + open + "/price", body(response)));
        return answer.map(PriceModel.Response::amount);
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }

    private static ObjectNode body(PriceModel.Response response) {
        ObjectNode body = DemoApi.body();
        body.putObject("amount").put("amount", response.amount().toPlainString()).put("currency", "EUR");
        response.reasons().forEach(code -> body.withArray("reasons").addObject().put("code", code));
        return body;
    }
}
