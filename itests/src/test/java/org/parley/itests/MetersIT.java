package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.itests.kit.Answer;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Meters as a seller uses them: defined, read while events come in, across a change of the clock and a restart. */
class MetersIT {

    private static final String BERLIN = "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"sum\",\"valuePath\":\"/quantity\","
            + "\"groupBy\":{\"item\":\"/item\"},\"timeZone\":\"Europe/Berlin\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Server SERVER = new Server();

    private static String event(String source, String id, String customer, String time, String data) {
        return "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":\"" + source + "\",\"id\":\"" + id
                + "\",\"subject\":\"" + customer + "\",\"time\":\"" + time + "\",\"data\":" + data + "}";
    }

    private static void send(String... events) {
        SERVER.api().post("/events", Api.BATCH, "[" + String.join(",", events) + "]").expect(200);
    }

    private static void define(String meter, String definition) {
        SERVER.api().put("/meters/" + meter, definition).expect(200);
        awaitReady(meter);
    }

    private static void awaitReady(String meter) {
        Await.until(meter + " is ready", PATIENCE, () -> SERVER.api().get("/meters/" + meter).expect(200).json().get("ready").asBoolean());
    }

    /** The answer, once all that was sent is counted in it. */
    private static JsonNode usage(String meter, String query) {
        AtomicReference<JsonNode> usage = new AtomicReference<>();
        Await.until(meter + " has counted all", PATIENCE, () -> {
            usage.set(SERVER.api().get("/meters/" + meter + "/usage?" + query).expect(200).json());
            return usage.get().get("complete").asBoolean();
        });
        return usage.get();
    }

    private static List<String> told(JsonNode usage) {
        List<String> rows = new ArrayList<>();
        usage.get("items").forEach(row -> rows.add(row.get("windowStart").asText() + " " + row.path("value").decimalValue().toPlainString()));
        return rows;
    }

    @Test
    void usageIsToldByHourDayAndMonthAcrossAChangeOfTheClockAndARestart() {
        define("read", BERLIN);
        String source = "urn:read";
        send(event(source, "1", "ann", "2025-10-25T22:30:00Z", "{\"quantity\":0.1,\"item\":\"a\"}"),
                event(source, "2", "ann", "2025-10-26T00:30:00Z", "{\"quantity\":0.2,\"item\":\"b\"}"),
                event(source, "3", "ann", "2025-10-26T01:30:00Z", "{\"quantity\":4,\"item\":\"a\"}"),
                event(source, "4", "ann", "2025-10-26T23:00:00Z", "{\"quantity\":8}"),
                event(source, "5", "ann", "2025-10-26T12:00:00Z", "{}"));
        readAnn();
        assertThat(told(usage("read", "customer=ann&window=month&from=2025-10-01&to=2025-11-01"))).containsExactly("2025-09-30T22:00:00Z 12.3");

        send(event(source, "late", "ann", "2025-10-01T08:00:00Z", "{\"quantity\":100,\"item\":\"a\"}"));
        assertThat(told(usage("read", "customer=ann&window=day&from=2025-10-01&to=2025-10-02"))).containsExactly("2025-09-30T22:00:00Z 100");

        SERVER.get().kill();
        SERVER.get().start();
        readAnn();
        JsonNode month = usage("read", "customer=ann&window=month&from=2025-10-01&to=2025-11-01&groupBy=item");
        assertThat(month.get("items").findValuesAsText("item")).containsExactly("a", "b");
        assertThat(month.get("items").findValuesAsText("value")).containsExactly("8", "104.1", "0.2");
        assertThat(told(usage("read", "customer=ann&from=2025-10-26&to=2025-10-27T00:00:00Z&group.item=a"))).containsExactly("2025-10-25T22:00:00Z 4.1");

        JsonNode meter = SERVER.api().get("/meters/read").expect(200).json();
        assertThat(meter.at("/withoutValue/count").asInt()).isEqualTo(1);
        assertThat(meter.at("/withoutValue/latest/0/id").asText()).isEqualTo("5");
        assertThat(meter.at("/withoutValue/latest/0/why").asText()).isEqualTo("nothing at /quantity");
    }

    private static void readAnn() {
        assertThat(told(usage("read", "customer=ann&window=hour&from=2025-10-26&to=2025-10-27"))).containsExactly(
                "2025-10-25T22:00:00Z 0.1", "2025-10-26T00:00:00Z 0.2", "2025-10-26T01:00:00Z 4", "2025-10-26T12:00:00Z 0");
        assertThat(told(usage("read", "customer=ann&window=day&from=2025-10-26&to=2025-10-28"))).containsExactly(
                "2025-10-25T22:00:00Z 4.3", "2025-10-26T23:00:00Z 8");
    }

    @Test
    void aNewVersionCountsWhatIsInTheJournalForAThousandCustomers() {
        define("many", "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"count\"}");
        for (int part = 0; part < 20; part++) {
            int first = part * 500;
            send(IntStream.range(first, first + 500).mapToObj(n -> event("urn:many", "e" + n, "c" + n % 1000,
                    "2025-05-" + (n / 1000 + 10) + "T10:00:00Z", "{\"quantity\":" + n % 1000 + ",\"item\":\"i" + n % 3 + "\"}"))
                    .toArray(String[]::new));
        }
        String may = "from=2025-05-01&to=2025-06-01";
        assertThat(told(usage("many", "customer=c7&" + may))).containsExactly("2025-05-01T00:00:00Z 10");
        define("many", "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"sum\",\"valuePath\":\"/quantity\",\"timeZone\":\"UTC\"}");
        assertThat(SERVER.api().get("/meters/many").json().get("version").asInt()).isEqualTo(2);
        BigDecimal sum = BigDecimal.ZERO;
        for (int customer = 0; customer < 1000; customer++) {
            JsonNode usage = usage("many", "customer=c" + customer + "&window=month&" + may);
            assertThat(usage.get("version").asInt()).isEqualTo(2);
            assertThat(told(usage)).containsExactly("2025-05-01T00:00:00Z " + 10 * customer);
            sum = sum.add(usage.at("/items/0/value").decimalValue());
        }
        assertThat(usage("many", may).at("/items/0/value").decimalValue()).isEqualByComparingTo(sum);
        JsonNode before = SERVER.api().get("/meters/many/usage?version=1&customer=c7&" + may).expect(200).json();
        assertThat(told(before)).containsExactly("2025-05-01T00:00:00Z 10");
        assertThat(before.get("complete").asBoolean()).as("a version that counts no more").isFalse();
        assertThat(SERVER.get().console("parley:meters")).contains("many", "sum of org.parley.usage");
        assertThat(SERVER.get().console("parley:journal-verify")).contains("meters").doesNotContain("FAULT", "NOT WHOLE");
    }

    @Test
    void whatIsNotAllowedIsRefusedPrecisely() {
        define("strict", BERLIN);
        ProblemCheck.check(SERVER.api().put("/meters/strict", "{\"eventType\":\"t\",\"aggregation\":\"mean\"}"), 422, "invalid-input");
        ProblemCheck.check(SERVER.api().put("/meters/strict", "{\"eventType\":\"t\",\"aggregation\":\"sum\",\"valuePath\":\"quantity\"}"), 422, "invalid-input");
        ProblemCheck.check(SERVER.api().put("/meters/strict", "{\"eventType\":\"t\",\"aggregation\":\"count\",\"timeZone\":\"Berlin\"}"), 422, "invalid-input");
        ProblemCheck.check(SERVER.api().get("/meters/none"), 404, "not-found");
        ProblemCheck.check(SERVER.api().get("/meters/none/usage?from=2025-01-01"), 404, "not-found");
        ProblemCheck.check(SERVER.api().get("/meters/strict/usage"), 400, "malformed-parameter");
        ProblemCheck.check(SERVER.api().get("/meters/strict/usage?from=2025-01-01&window=week"), 400, "malformed-parameter");
        ProblemCheck.check(SERVER.api().get("/meters/strict/usage?from=2025-01-01&costumer=ann"), 400, "malformed-parameter");
        ProblemCheck.check(SERVER.api().get("/meters/strict/usage?from=2025-01-01&groupBy=unit"), 422, "invalid-input");
        Answer within = SERVER.api().get("/meters/strict/usage?window=day&from=2025-10-26T00:00:00Z&to=2025-10-28");
        ProblemCheck.check(within, 422, "invalid-time");
        assertThat(within.json().get("detail").asText()).contains("2025-10-25T22:00:00Z to 2025-10-26T23:00:00Z");
    }

    @Test
    void theSameDefinitionIsNoNewVersion() {
        define("same", BERLIN);
        define("same", BERLIN);
        assertThat(SERVER.api().get("/meters/same").json().get("version").asInt()).isEqualTo(1);
        List<String> ids = SERVER.api().get("/meters").expect(200).json().get("items").findValuesAsText("id");
        assertThat(ids).contains("same").isEqualTo(ids.stream().sorted().collect(Collectors.toList()));
    }

    @Test
    void aMeterWithoutAZoneTakesTheSellers() {
        SERVER.api().put("/seller", "{\"timeZone\":\"Asia/Kolkata\"}").expect(200);
        define("zoned", "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"count\"}");
        SERVER.api().put("/seller", "{\"timeZone\":\"UTC\"}").expect(200);
        define("zoned", "{\"eventType\":\"org.parley.usage\",\"aggregation\":\"count\"}");
        JsonNode meter = SERVER.api().get("/meters/zoned").json();
        assertThat(meter.get("timeZone").asText()).isEqualTo("Asia/Kolkata");
        assertThat(meter.get("version").asInt()).isEqualTo(1);
    }
}
