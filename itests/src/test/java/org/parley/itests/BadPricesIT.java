package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.itests.kit.Answer;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Shop;
import org.parley.itests.load.Books;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.Payments;
import org.parley.itests.load.Upload;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Offerings, policies, prices and payments that must not be taken: each is refused precisely, and changes nothing. */
class BadPricesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    static final Server SERVER = new Server();

    private static Shop shop;
    private static String cycle;
    private static Books.Sum before;

    @BeforeAll
    static void anAskedCustomer() {
        shop = new Shop(SERVER.api());
        shop.offering("news", "EUR");
        shop.policy("fair", "fairpay", "fixed");
        String relationship = shop.relationship("ada", "news", "fair").get("id").asText();
        cycle = shop.openCycle(relationship);
        shop.request(cycle);
        before = new Books(SERVER.api()).ledger("EUR");
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(SERVER.api().get("/health/ready").status()).isEqualTo(200);
        assertThat(shop.cycle(cycle).get("state").asText()).isEqualTo("REQUESTED");
        assertThat(new Books(SERVER.api()).ledger("EUR")).isEqualTo(before);
    }

    static Stream<Arguments> prices() {
        return Stream.of(
                arguments("no JSON", "{\"amount\":", 400, "malformed-json", ""),
                arguments("nothing", "", 400, "malformed-json", ""),
                arguments("a list", "[]", 400, "malformed-json", ""),
                arguments("negative", "{'amount':{'amount':'-1.00','currency':'EUR'}}", 422, "invalid-amount", "amount"),
                arguments("another currency", "{'amount':{'amount':'1.00','currency':'USD'}}", 422, "invalid-currency",
                        "currency"),
                arguments("an unknown currency", "{'amount':{'amount':'1.00','currency':'QQQ'}}", 422,
                        "invalid-currency", "currency"),
                arguments("parts of a cent", "{'amount':{'amount':'1.001','currency':'EUR'}}", 422, "invalid-amount",
                        "amount"),
                arguments("far too much", "{'amount':{'amount':'1e30','currency':'EUR'}}", 422, "invalid-amount",
                        "amount"),
                arguments("no number", "{'amount':{'amount':'much','currency':'EUR'}}", 422, "invalid-amount", "amount"),
                arguments("neither of both", "{}", 422, "invalid-input", "amount"),
                arguments("both", "{'amount':'1.00','differential':0}", 422, "invalid-input", "amount"),
                arguments("differential below -1", "{'differential':-1.01}", 422, "invalid-differential",
                        "differential"),
                arguments("differential as text", "{'differential':'much'}", 422, "invalid-amount", "differential"),
                arguments("four reasons", "{'differential':-0.1,'reasons':[{'code':'A'},{'code':'B'},{'code':'C'},"
                        + "{'code':'D'}]}", 422, "invalid-reason", "reasons"),
                arguments("a share above 1", "{'differential':-0.1,'reasons':[{'code':'A','share':1.5}]}", 422,
                        "invalid-reason", "share"),
                arguments("reasons of another type", "{'differential':-0.1,'reasons':'A'}", 422, "invalid-input",
                        "reasons"),
                arguments("an unknown field", "{'differential':0,'tip':1}", 422, "invalid-input", "tip"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prices")
    void aBadPriceIsRefused(String name, String body, int status, String slug, String field) {
        Answer answer = SERVER.api().post("/cycles/" + cycle + "/price", Api.JSON, body.replace('\'', '"'));
        JsonNode problem = ProblemCheck.check(answer, status, slug);
        if (!field.isEmpty()) {
            ProblemCheck.checkField(problem, field);
        }
    }

    @Test
    void aPriceForACycleThatIsPricedAlreadyIsAConflict() {
        String other = shop.openCycle(shop.relationship("bob", "news", "fair").get("id").asText());
        shop.request(other);
        shop.price(other, "4.00", "EUR");
        before = new Books(SERVER.api()).ledger("EUR");
        ProblemCheck.check(shop.tryPrice(other, "5.00", "EUR"), 409, "already-priced");
    }

    @Test
    void aPriceForACycleThatWasNotAskedForIsAConflict() {
        String other = shop.openCycle(shop.relationship("cem", "news", "fair").get("id").asText());
        ProblemCheck.check(shop.tryPrice(other, "5.00", "EUR"), 409, "state-conflict");
    }

    @Test
    void anotherSellersCycleIsNotThere() {
        String said = SERVER.get().console("parley:seller-create rival");
        Api rival = SERVER.api().withKey(
                said.lines().filter(line -> line.startsWith("parley_")).findFirst().orElseThrow().strip());
        ProblemCheck.check(rival.get("/cycles/" + cycle), 404, "not-found");
        ProblemCheck.check(new Shop(rival).tryPrice(cycle, "1.00", "EUR"), 404, "not-found");
        ProblemCheck.check(rival.post("/cycles/" + cycle + "/request", Api.JSON, "{}"), 404, "not-found");
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments("a lower bound that no reputation reaches", "fairpay", "{'premiumLow':0.9}", "premiumLow"),
                arguments("bands that cross", "fairpay", "{'bandUnfair':-0.1}", "bandUnfair"),
                arguments("a parameter out of range", "fairpay", "{'halfLife':-6}", "halfLife"),
                arguments("a parameter of another type", "fairpay", "{'halfLife':'long'}", "halfLife"),
                arguments("an unknown parameter", "fairpay", "{'kindness':1}", "kindness"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void aPolicyThatCannotWorkIsNotPublished(String name, String strategy, String parameters, String field)
            throws JsonProcessingException {
        ObjectNode values = (ObjectNode) JSON.readTree(parameters.replace('\'', '"'));
        JsonNode problem = ProblemCheck.check(shop.tryPolicy("fair", strategy, values, "fixed"), 422, "invalid-policy");
        ProblemCheck.checkField(problem, field);
        assertThat(SERVER.api().get("/policies/fair").expect(200).json().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void aPolicyWithAStrategyThatIsNotInstalledIsNotPublished() {
        ProblemCheck.check(shop.tryPolicy("new", "crystal-ball", JSON.createObjectNode(), "fixed"), 422,
                "unknown-strategy");
        ProblemCheck.check(SERVER.api().get("/policies/new"), 404, "not-found");
    }

    static Stream<Arguments> payments() {
        return Stream.of(
                arguments("negative", "'amount':'", "'amount':'-", "amount"),
                arguments("unknown currency", "'currency':'EUR'}}", "'currency':'QQQ'}}", "currency"),
                arguments("far past", "2025-", "0001-", "time"),
                arguments("far future", "2025-", "9999-", "time"),
                arguments("no time", "2025-", "soon-", "time"),
                arguments("unknown offering", "'offering':'news'", "'offering':'none'", "offering"),
                arguments("unknown policy", "'policy':'fair'", "'policy':'none'", "policy"),
                arguments("no id", "'id':'p0',", "", "id"),
                arguments("no JSON", "'policy'", "'policy", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payments")
    void aBadPaymentIsRejectedAndTheGoodOneBesideItKept(String name, String from, String to, String word) {
        Payments payments = new Payments("bad-" + name.replace(' ', '-'), 1, "news", "fair");
        String good = payments.line(1);
        String bad = payments.line(0).replace(from.replace('\'', '"'), to.replace('\'', '"'));
        assertThat(bad).isNotEqualTo(payments.line(0));

        JsonNode answer = SERVER.api().post("/imports/cycles", Api.NDJSON, bad + good).expect(200).json();

        assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
        assertThat(answer.get("rejected")).as("%s", answer).hasSize(1);
        assertThat(answer.get("rejected").get(0).get("index").asInt()).isZero();
        assertThat(answer.get("rejected").get(0).get("problem").toString()).contains(word);
        ProblemCheck.check(SERVER.api().post("/imports/cycles", Api.NDJSON, bad), 422, "invalid-input");
        before = new Books.Sum(before.count() + 1, before.total().add(payments.amount(1)));
    }

    @Test
    void aPaymentWithAnIdThatWasUsedForAnotherIsRejected() {
        Payments payments = new Payments("twice", 1, "news", "fair");
        SERVER.api().post("/imports/cycles", Api.NDJSON, payments.line(0)).expect(200);
        before = new Books(SERVER.api()).ledger("EUR");
        String other = payments.line(0).replace(payments.amount(0).toString(), "99.00");
        Answer answer = SERVER.api().post("/imports/cycles", Api.NDJSON, other);
        assertThat(answer.text()).contains("event-id-conflict");
    }

    @Test
    void bodiesOf100MegabytesAreTooLarge() throws IOException {
        byte[] first = "{\"reasons\":[".getBytes(StandardCharsets.UTF_8);
        byte[] piece = ("\"" + "x".repeat(MEGABYTE) + "\",").getBytes(StandardCharsets.UTF_8);
        for (String path : new String[] {"/api/v1/cycles/" + cycle + "/price", "/api/v1/relationships"}) {
            LeanAnswer answer = Upload.post(SERVER.get().root(), path, SERVER.api().key(), Api.JSON, 100,
                    i -> i == 0 ? first : piece);
            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            assertThat(answer.text()).contains("/problems/too-large");
        }
    }

    @Test
    void aPaymentOf100MegabytesDoesNotFillTheMemory() throws IOException {
        byte[] piece = "x".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        LeanAnswer answer = Upload.post(SERVER.get().root(), "/api/v1/imports/cycles", SERVER.api().key(), Api.NDJSON,
                100, i -> piece);
        assertThat(answer.status()).as(answer.text()).isIn(400, 413, 422);
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] bytes = "{\"differential\":0,\"comment\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Answer answer = SERVER.api().post("/cycles/" + cycle + "/price", Api.JSON, BodyPublishers.ofByteArray(bytes));
        ProblemCheck.check(answer, 400, "malformed-json");
    }
}
