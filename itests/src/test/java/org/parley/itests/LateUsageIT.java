package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.Shop;

import java.time.Duration;
import java.time.Instant;

/** Usage that comes late counts by its own time until there is a price, and is listed afterwards. */
class LateUsageIT {

    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    @RegisterExtension
    static final Server SERVER = new Server("--sandbox");

    @Test
    void itChangesTheSuggestionBeforeThePriceAndNothingAfterIt() {
        Shop shop = new Shop(SERVER.api());
        shop.offering("news", "EUR");
        shop.policy("fair", "fairpay", "fixed");
        String relationship = shop.relationship("ada", "news", "fair").get("id").asText();
        String cycle = shop.openCycle(relationship);
        Instant start = now();
        use("in time", start, 2);
        advance("P2D");
        JsonNode requested = shop.request(cycle);
        assertThat(requested.at("/suggested/amount").asText()).isEqualTo("5.00");

        use("late", start.plus(Duration.ofHours(5)), 4);
        Await.until("the price is suggested anew", CATCH_UP, () -> shop.cycle(cycle).has("resuggested"));
        JsonNode again = shop.cycle(cycle);
        assertThat(again.at("/suggested/amount").asText()).isEqualTo("7.00");
        assertThat(again.at("/usage/0/quantity").asInt()).isEqualTo(6);
        assertThat(again.get("deadline")).isEqualTo(requested.get("deadline"));
        assertThat(again.has("late")).isFalse();

        JsonNode priced = shop.price(cycle, "7.00", "EUR");
        assertThat(priced.at("/assessment/differential").asDouble()).isZero();
        assertThat(SERVER.api().get("/cycles/" + cycle + "/decision").expect(200).json().at("/facts/resuggested").asText())
                .isNotEmpty();

        use("too late", start.plus(Duration.ofHours(6)), 3);
        use("before", start.minus(Duration.ofDays(1)), 1);
        Await.until("both are listed", CATCH_UP, () -> shop.cycle(cycle).at("/late/events").asInt() == 2);
        JsonNode after = shop.cycle(cycle);
        assertThat(after.at("/usage/0/quantity").asInt()).isEqualTo(6);
        assertThat(after.at("/late/usage/0/quantity").asInt()).isEqualTo(4);
        JsonNode first = list(cycle, "?limit=1");
        assertThat(first.at("/items/0/id").asText()).isEqualTo("too late");
        assertThat(first.at("/items/0/reason").asText()).isEqualTo("CLOSED");
        JsonNode second = list(cycle, "?limit=1&after=" + first.get("next").asText());
        assertThat(second.at("/items/0/reason").asText()).isEqualTo("BEFORE_START");
        assertThat(second.get("next").isNull()).isTrue();
        ProblemCheck.check(SERVER.api().get("/cycles/" + cycle + "/late-usage?after=x"), 400, "malformed-parameter");
        ProblemCheck.check(SERVER.api().get("/cycles/none/late-usage"), 404, "not-found");
    }

    private static JsonNode list(String cycle, String query) {
        return SERVER.api().get("/cycles/" + cycle + "/late-usage" + query).expect(200).json();
    }

    private static void use(String id, Instant time, int articles) {
        SERVER.api().post("/events", Api.EVENT, "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":"
                + "\"urn:reader\",\"id\":\"" + id + "\",\"subject\":\"ada\",\"time\":\"" + time
                + "\",\"data\":{\"quantity\":" + articles + ",\"unit\":\"article\"}}").expect(200);
    }

    private static void advance(String duration) {
        SERVER.api().post("/sandbox/clock", JsonNodeFactory.instance.objectNode().put("advance", duration)).expect(200);
    }

    private static Instant now() {
        return Instant.parse(SERVER.api().get("/seller").expect(200).json().get("now").asText());
    }
}
