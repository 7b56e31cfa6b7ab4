package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.itests.kit.Answer;
import org.parley.itests.kit.Api;
import org.parley.itests.load.Events;
import org.parley.itests.load.LeanAnswer;
import org.parley.itests.load.Timelines;
import org.parley.itests.load.Upload;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Events that must not be taken: each is refused precisely, and the good ones beside it are kept. */
class BadEventsIT {

    private static final String USAGE = "org.parley.usage";
    private static final int MEGABYTE = 1 << 20;

    @RegisterExtension
    static final Server SERVER = new Server();

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Events good = new Events("urn:good" + NUMBERS.incrementAndGet(), 1);
    private int goodSent;

    @AfterEach
    void serverAndGoodDataAreIntact() {
        assertThat(SERVER.api().get("/health/ready").status()).isEqualTo(200);
        assertThat(new Timelines(SERVER.api()).idsOnceThereAre(goodSent, good.customer(0), USAGE))
                .hasSize(goodSent);
        sendBatch(good.event(1_000_000)).expect(200);
    }

    static Stream<Arguments> unreadableBodies() {
        return Stream.of(
                arguments("an object that breaks off", Api.EVENT, "{\"specversion\":\"1.0\","),
                arguments("a batch that breaks off", Api.BATCH, "[{\"specversion\":\"1.0\""),
                arguments("no JSON", Api.BATCH, "hello"),
                arguments("nothing", Api.BATCH, ""),
                arguments("a batch that is an object", Api.BATCH, "{}"),
                arguments("an event that is a number", Api.EVENT, "42"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableBodies")
    void aBodyThatCannotBeReadIsMalformed(String name, String contentType, String body) {
        ProblemCheck.check(SERVER.api().post("/events", contentType, body), 400, "malformed-json");
    }

    static Stream<Arguments> badEvents() {
        return Stream.of(
                arguments("id is a number", "\"id\":\"bad\"", "\"id\":7", "id"),
                arguments("id is empty", "\"id\":\"bad\"", "\"id\":\"\"", "id"),
                arguments("no source", "\"source\":\"urn:bad\",", "", "source"),
                arguments("no type", "\"type\":\"org.parley.usage\",", "", "type"),
                arguments("another version", "\"specversion\":\"1.0\"", "\"specversion\":\"9.9\"", "specversion"),
                arguments("time is no time", "2025-03-01T10:00:00Z", "yesterday", "time"),
                arguments("time without zone", "2025-03-01T10:00:00Z", "2025-03-01T10:00:00", "time"),
                arguments("far past", "2025-03-01T10:00:00Z", "0001-01-01T00:00:00Z", "time"),
                arguments("far future", "2025-03-01T10:00:00Z", "9999-12-31T23:59:59Z", "time"),
                arguments("data is text", "{\"quantity\":1}", "\"one\"", "data"),
                arguments("quantity is text", "{\"quantity\":1}", "{\"quantity\":\"many\"}", "quantity"),
                arguments("a pricing fact", "org.parley.usage", "org.parley.pricing.cycle.priced", "type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEvents")
    void aBadEventIsRejectedAndTheGoodOneBesideItKept(String name, String from, String to, String word) {
        String bad = "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":\"urn:bad\",\"id\":\"bad\","
                + "\"subject\":\"bad\",\"time\":\"2025-03-01T10:00:00Z\",\"data\":{\"quantity\":1}}";
        assertThat(bad).contains(from);
        String changed = bad.replace(from, to);

        JsonNode answer = sendBatch(changed + "," + good.event(1)).expect(200).json();
        goodSent++;

        assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
        assertThat(answer.get("rejected")).as("%s", answer).hasSize(1);
        JsonNode rejection = answer.get("rejected").get(0);
        assertThat(rejection.get("index").asInt()).isZero();
        assertThat(rejection.get("problem").toString()).contains(word);
        ProblemCheck.check(SERVER.api().post("/events", Api.EVENT, changed));
        assertThat(SERVER.api().post("/events", Api.EVENT, changed).status()).isEqualTo(422);
    }

    @Test
    void anIdWithOtherContentIsRejectedAndTheFirstContentKept() {
        sendBatch(good.event(1)).expect(200);
        goodSent++;
        String other = good.event(1).replace("\"quantity\":1", "\"quantity\":2");

        JsonNode answer = sendBatch(other + "," + good.event(2)).expect(200).json();
        goodSent++;

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("duplicates").asInt()).isZero();
        assertThat(answer.get("rejected").get(0).get("problem").toString()).contains("event-id-conflict");
        assertThat(SERVER.api().get("/events?source=" + good.source() + "&id=e1").expect(200).text())
                .contains("\"quantity\":1");
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] bytes = good.event(1).replace("article", "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Answer answer = SERVER.api().post("/events", Api.EVENT, BodyPublishers.ofByteArray(bytes));
        ProblemCheck.check(answer, 400, "malformed-json");
    }

    @Test
    void aBadLineOfNdjsonDoesNotTakeTheOthersWithIt() {
        String lines = good.event(1) + "\n{\"broken\n" + good.event(2) + "\n";
        JsonNode answer = SERVER.api().post("/events", Api.NDJSON, lines).expect(200).json();
        goodSent += 2;
        assertThat(answer.get("accepted").asInt()).isEqualTo(2);
        assertThat(answer.get("rejected").get(0).get("index").asInt()).isEqualTo(1);
    }

    @Test
    void anEventOfAMegabyteIsRejectedAndTheGoodOneBesideItKept() {
        String large = good.event(1).replace("article", "x".repeat(MEGABYTE));
        JsonNode answer = sendBatch(large + "," + good.event(2)).expect(200).json();
        goodSent++;
        assertThat(answer.get("accepted").asInt()).as("%s", answer).isEqualTo(1);
        assertThat(answer.get("rejected").get(0).get("index").asInt()).isZero();
    }

    @Test
    void aBatchOf100MegabytesIsTooLarge() throws IOException {
        byte[] piece = ("[" + good.event(1) + ",").repeat(4_000).getBytes(StandardCharsets.UTF_8);
        LeanAnswer answer = upload(Api.BATCH, 100L * MEGABYTE / piece.length, piece);
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.text()).contains("/problems/too-large");
    }

    @Test
    void ndjsonOf100MegabytesIsTakenLineByLine() throws IOException {
        Events many = new Events("urn:stream" + good.source().length(), 7);
        int lines = 100;
        String padding = "\"padding\":\"" + "x".repeat(20_000) + "\",\"quantity\"";
        LeanAnswer answer = Upload.post(SERVER.get().root(), "/api/v1/events", SERVER.api().key(), Api.NDJSON, 50,
                piece -> lines(many, piece * lines, lines, padding));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("\"accepted\":5000");
    }

    private static byte[] lines(Events events, long first, int count, String padding) {
        StringBuilder lines = new StringBuilder();
        for (long n = first; n < first + count; n++) {
            lines.append(events.event(n).replace("\"quantity\"", padding)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLineOf100MegabytesDoesNotFillTheMemory() throws IOException {
        byte[] piece = "x".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        LeanAnswer answer = upload(Api.NDJSON, 100, piece);
        assertThat(answer.status()).as(answer.text()).isIn(400, 413, 422);
    }

    private LeanAnswer upload(String contentType, long count, byte[] piece) throws IOException {
        return Upload.post(SERVER.get().root(), "/api/v1/events", SERVER.api().key(), contentType, count, i -> piece);
    }

    @Test
    void anotherMediaTypeIsNotUnderstood() {
        ProblemCheck.check(SERVER.api().post("/events", "text/plain", good.event(1)), 415, "unsupported-media-type");
    }

    private Answer sendBatch(String events) {
        return SERVER.api().post("/events", Api.BATCH, "[" + events + "]");
    }
}
