package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.Outcomes;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.capture.internal.types.EventTypeRegistry;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.store.sqlite.SqliteDatabases;

class IntakeTest {

    private static final SellerId SELLER = new SellerId("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final String GOOD = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\",\"type\":\"org.parley.usage\","
            + "\"subject\":\"ann\",\"time\":\"2026-03-01T10:00:00Z\",\"data\":{\"quantity\":1}}";

    @TempDir
    Path folder;
    private CaptureDatabase database;
    private EventTypeRegistry types;
    private Capture capture;

    @BeforeEach
    void open() {
        database = new CaptureDatabase(new SqliteDatabases(folder));
        types = new EventTypeRegistry(database);
        capture = new Capture(folder.resolve("journal"), types, Limits.DEFAULT, InstantSource.system());
    }

    @AfterEach
    void close() {
        capture.close();
        database.close();
    }

    private Outcome take(String mediaType, String body) {
        return take(mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome take(String mediaType, byte[] body) {
        try {
            return take(mediaType, body.length, new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome take(String mediaType, long length, InputStream body) throws IOException {
        return Outcomes.await(capture.intake().take(new Upload(SELLER, NOW, mediaType, "", length, body)));
    }

    private Event only() {
        assertThat(capture.journal().head()).isEqualTo(1);
        return capture.journal().read(Journal.START, 10).get(0).event();
    }

    private static String good(int id) {
        return GOOD.replace("\"id\":\"1\"", "\"id\":\"" + id + "\"");
    }

    @Test
    void anEventIsReadWithAllItsAttributes() {
        assertThat(take(MediaTypes.EVENT, GOOD).counts().accepted()).isEqualTo(1);

        Event event = only();
        assertThat(event.seller()).isEqualTo(SELLER);
        assertThat(event.source()).isEqualTo("/shop");
        assertThat(event.id()).isEqualTo("1");
        assertThat(event.type()).isEqualTo("org.parley.usage");
        assertThat(event.customer()).contains(new CustomerId("ann"));
        assertThat(event.time()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(event.data().whole("quantity")).contains(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {MediaTypes.EVENT, MediaTypes.BATCH, MediaTypes.NDJSON})
    void theBytesAreKeptAsTheyWereSent(String mediaType) {
        String sent = " { \"data\" : {\"b\":1.50, \"ü\" :\"\\u00e9\"},\t\"type\":\"com.example.x\",\"id\":\"ä\",\"source\":\"/s\","
                + "\"specversion\":\"1.0\",\"traceparent\":\"00-1\",\"subject\":null}";
        String body = mediaType.equals(MediaTypes.BATCH) ? " [" + GOOD + " , " + sent + "\n]\n" : sent + " ";

        take(mediaType, body);

        String kept = new String(capture.journal().find(SELLER, "/s", "ä").orElseThrow().json(), StandardCharsets.UTF_8);
        assertThat(kept).isEqualTo(sent.strip());
        Event event = capture.journal().read(capture.journal().head() - 1, 1).get(0).event();
        assertThat(event.data().decimal("b")).contains(new java.math.BigDecimal("1.50"));
        assertThat(event.data().text("ü")).contains("é");
        assertThat(event.customer()).isEmpty();
        assertThat(event.time()).as("an event without a time happens when it arrives").isEqualTo(NOW);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(MediaTypes.EVENT, ""), arguments(MediaTypes.EVENT, "42"), arguments(MediaTypes.EVENT, "null"),
                arguments(MediaTypes.EVENT, "[]"), arguments(MediaTypes.EVENT, GOOD + GOOD), arguments(MediaTypes.EVENT, "{\"id\":"),
                arguments(MediaTypes.EVENT, GOOD.replace("1}", "01}")), arguments(MediaTypes.EVENT, GOOD.replace("1}", "NaN}")),
                arguments(MediaTypes.EVENT, "{\"a\":".repeat(2000)), arguments(MediaTypes.EVENT, "\u0000" + GOOD),
                arguments(MediaTypes.BATCH, ""), arguments(MediaTypes.BATCH, GOOD), arguments(MediaTypes.BATCH, "[" + GOOD),
                arguments(MediaTypes.BATCH, "[" + GOOD + ",]"), arguments(MediaTypes.BATCH, "[" + GOOD + " " + GOOD + "]"),
                arguments(MediaTypes.BATCH, "[" + GOOD + "]x"), arguments(MediaTypes.BATCH, "[" + GOOD + ",{\"id\":tru}]"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void ofABodyThatIsNoJsonNothingIsKept(String mediaType, String body) {
        assertThatThrownBy(() -> take(mediaType, body)).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
        assertThat(capture.journal().head()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xff, 0xc0})
    void invalidUtf8IsNamedByItsOffset(int bad) {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        int at = GOOD.indexOf("ann");
        body[at] = (byte) bad;
        assertThatThrownBy(() -> take(MediaTypes.EVENT, body)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not UTF-8").hasMessageContaining("offset " + at);

        Outcome lines = take(MediaTypes.NDJSON, join(body, ("\n" + good(2)).getBytes(StandardCharsets.UTF_8)));
        assertThat(lines.counts().accepted()).isEqualTo(1);
        assertThat(lines.rejected().get(0).why().code()).isEqualTo(ErrorCode.MALFORMED_JSON);
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("\"specversion\":\"1.0\",", "", "specversion", ErrorCode.INVALID_EVENT),
                bad("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\"", "specversion", ErrorCode.INVALID_EVENT),
                bad("org.parley.usage\"", "org.parley\\ude00\"", "type", ErrorCode.INVALID_EVENT),
                bad("/shop", "/s\\ud800", "source", ErrorCode.INVALID_EVENT),
                bad("\"id\":\"1\",", "", "id", ErrorCode.INVALID_ID),
                bad("\"id\":\"1\"", "\"id\":\"\"", "id", ErrorCode.INVALID_ID),
                bad("\"id\":\"1\"", "\"id\":7,\"x\":1", "id", ErrorCode.INVALID_EVENT),
                bad("\"id\":\"1\"", "\"id\":\"1\",\"id\":\"2\"", "id", ErrorCode.INVALID_EVENT),
                bad("\"id\":\"1\"", "\"id\":\"" + "x".repeat(201) + "\"", "id", ErrorCode.INVALID_ID),
                bad("\"id\":\"1\"", "\"id\":\"a\\u0000b\"", "id", ErrorCode.INVALID_ID),
                bad("\"source\":\"/shop\",", "", "source", ErrorCode.INVALID_EVENT),
                bad("/shop", "a b", "source", ErrorCode.INVALID_EVENT),
                bad("/shop", "urn:parley:pricing", "source", ErrorCode.INVALID_EVENT),
                bad("/shop", "/" + "x".repeat(2000), "source", ErrorCode.INVALID_EVENT),
                bad("\"type\":\"org.parley.usage\",", "", "type", ErrorCode.INVALID_EVENT),
                bad("org.parley.usage", "org.parley.pricing.cycle.priced", "type", ErrorCode.RESERVED_TYPE),
                bad("\"ann\"", "\"\"", "subject", ErrorCode.INVALID_ID),
                bad("\"ann\"", "{}", "subject", ErrorCode.INVALID_EVENT),
                bad("2026-03-01T10:00:00Z", "yesterday", "time", ErrorCode.INVALID_TIME),
                bad("2026-03-01T10:00:00Z", "2026-03-01T10:00:00", "time", ErrorCode.INVALID_TIME),
                bad("2026-03-01T10:00:00Z", "1969-12-31T23:59:59Z", "time", ErrorCode.INVALID_TIME),
                bad("2026-03-01T10:00:00Z", "2026-03-03T00:00:01Z", "time", ErrorCode.INVALID_TIME),
                bad("2026-03-01T10:00:00Z", "9999-12-31T23:59:59Z", "time", ErrorCode.INVALID_TIME),
                bad("{\"quantity\":1}", "\"one\"", "data", ErrorCode.INVALID_EVENT),
                bad("{\"quantity\":1}", "[1]", "data", ErrorCode.INVALID_EVENT),
                bad("\"data\":", "\"data_base64\":\"aGk=\",\"data\":", "data_base64", ErrorCode.INVALID_EVENT),
                bad("\"data\":", "\"datacontenttype\":\"text/plain\",\"data\":", "datacontenttype", ErrorCode.INVALID_EVENT),
                bad("\"data\":", "\"dataContentType\":\"a\",\"data\":", "dataContentType", ErrorCode.INVALID_EVENT),
                bad("\"data\":", "\"state\":\"counted\",\"data\":", "state", ErrorCode.INVALID_EVENT),
                bad("\"data\":", "\"extension\":{},\"data\":", "extension", ErrorCode.INVALID_EVENT),
                bad(":1}", ":\"many\"}", "data.quantity", ErrorCode.INVALID_EVENT),
                bad(":1}", ":-1}", "data.quantity", ErrorCode.INVALID_EVENT),
                bad(":1}", ":1e999999999}", "data.quantity", ErrorCode.INVALID_EVENT),
                bad(":1}", ":1,\"x\":{\"y\":[1,-1e-999999999]}}", "data.x", ErrorCode.INVALID_EVENT),
                bad(":1}", ":1" + "0".repeat(200) + "}", "data.quantity", ErrorCode.INVALID_EVENT),
                bad(":1}", ":1,\"x\":" + "[".repeat(70) + "]".repeat(70) + "}", "data.x", ErrorCode.INVALID_EVENT),
                bad(":1}", ":1,\"completion\":1.01}", "data.completion", ErrorCode.INVALID_EVENT),
                bad("org.parley.usage\"", "org.parley.attention\",\"x\":1", "data.initiative", ErrorCode.INVALID_EVENT,
                        "{\"quantity\":1}", "{\"initiative\":\"both\"}"),
                purchase("{\"amount\":\"12.50\",\"currency\":\"XXQ\"}", "data.price.currency", ErrorCode.INVALID_CURRENCY),
                purchase("{\"amount\":\"12.505\",\"currency\":\"EUR\"}", "data.price.amount", ErrorCode.INVALID_AMOUNT),
                purchase("{\"amount\":\"-1\",\"currency\":\"EUR\"}", "data.price.amount", ErrorCode.INVALID_AMOUNT),
                purchase("{\"amount\":\"1e9\",\"currency\":\"EUR\"}", "data.price.amount", ErrorCode.INVALID_AMOUNT),
                purchase("{\"amount\":12.5,\"currency\":\"EUR\"}", "data.price", ErrorCode.INVALID_AMOUNT),
                purchase("12.5", "data.price", ErrorCode.INVALID_EVENT));
    }

    private static Arguments bad(String from, String to, String field, ErrorCode code) {
        assertThat(GOOD).contains(from);
        return arguments(GOOD.replace(from, to), field, code);
    }

    private static Arguments bad(String from, String to, String field, ErrorCode code, String from2, String to2) {
        return arguments(GOOD.replace(from, to).replace(from2, to2), field, code);
    }

    private static Arguments purchase(String price, String field, ErrorCode code) {
        return bad("org.parley.usage", "org.parley.purchase", field, code, "\"quantity\":1", "\"price\":" + price);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadEventIsRejectedPreciselyAndTheGoodOneBesideItKept(String event, String field, ErrorCode code) {
        String goodOne = good(2);
        for (Outcome outcome : List.of(take(MediaTypes.BATCH, "[" + event + "," + goodOne + "]"),
                take(MediaTypes.NDJSON, event + "\n" + goodOne + "\n"))) {
            assertThat(outcome.counts().accepted() + outcome.counts().duplicates()).isEqualTo(1);
            assertThat(outcome.counts().rejected()).isEqualTo(1);
            Outcome.Item item = outcome.rejected().get(0);
            assertThat(item.index()).isZero();
            assertThat(item.why().errors()).as("%s", item).anySatisfy(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.code()).isEqualTo(code);
            });
        }
        assertThat(only().id()).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void dataBeforeItsTypeIsCheckedAsWell(String event, String field, ErrorCode code) {
        String turned = "{" + event.substring(event.indexOf("\"data\":"), event.length() - 1) + ","
                + event.substring(1, event.indexOf("\"data\":") - 1) + "}";
        assertThat(take(MediaTypes.EVENT, turned).rejected().get(0).why().errors()).as("%s", turned)
                .anySatisfy(error -> assertThat(error.field()).isEqualTo(field));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Outcome outcome = take(MediaTypes.EVENT, "{\"id\":5,\"data\":{},\"time\":\"x\"}");
        assertThat(outcome.allRejected()).isTrue();
        assertThat(outcome.rejected().get(0).why().code()).isEqualTo(ErrorCode.INVALID_EVENT);
        assertThat(outcome.rejected().get(0).why().errors()).extracting(InvalidInput.FieldError::field)
                .contains("id", "specversion", "source", "type", "time");
    }

    @Test
    void whatIsNoObjectIsRejectedAlone() {
        Outcome outcome = take(MediaTypes.BATCH, "[1,[{}],\"x\",null," + GOOD + "]");
        assertThat(outcome.counts().accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).extracting(Outcome.Item::index).containsExactly(0L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"quantity\":0.5,\"item\":null,\"own\":{\"a\":[1e300]}}", "{}", "null", "{\"completion\":1}"})
    void dataThatIsAllowed(String data) {
        assertThat(take(MediaTypes.EVENT, GOOD.replace("{\"quantity\":1}", data)).counts().accepted()).isEqualTo(1);
    }

    @Test
    void anEventMayHaveNoData() {
        assertThat(take(MediaTypes.EVENT, GOOD.replace(",\"data\":{\"quantity\":1}", "")).counts().accepted()).isEqualTo(1);
        assertThat(only().data().asMap()).isEmpty();
    }

    @Test
    void aLargeEventIsRejectedAloneWithItsId() {
        String large = GOOD.replace("{\"quantity\":1}", "{\"x\":\"" + "x".repeat(1 << 20) + "\"}");
        Outcome batch = take(MediaTypes.BATCH, "[" + large + "," + good(2) + "]");
        Outcome lines = take(MediaTypes.NDJSON, large + "\n" + good(3));

        assertThat(batch.counts().accepted() + lines.counts().accepted()).isEqualTo(2);
        assertThat(batch.rejected().get(0).why().code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(batch.rejected().get(0).id()).contains("1");
        assertThat(lines.rejected().get(0).why().code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(capture.rejects().find(SELLER, "/shop", "1").orElseThrow().why().code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotRead() {
        InputStream never = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        assertThatThrownBy(() -> take(MediaTypes.BATCH, 100L << 20, never))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void aBodyOfUnknownLengthIsReadUpToTheLimit() {
        Endless endless = new Endless();
        assertThatThrownBy(() -> take(MediaTypes.BATCH, -1, endless))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        assertThat(endless.read).isLessThan(40L << 20);
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return ' ';
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "text/plain", "application/cloudevents+json;charset=utf-16"})
    void anotherMediaTypeIsNotUnderstood(String mediaType) {
        assertThatThrownBy(() -> take(mediaType, GOOD)).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        assertThat(take("Application/CloudEvents+JSON; charset=UTF-8", GOOD).counts().accepted()).isEqualTo(1);
    }

    @Test
    void anIdWithOtherContentIsAConflictThatIsTold() {
        take(MediaTypes.EVENT, GOOD);
        Outcome outcome = take(MediaTypes.BATCH, "[" + GOOD.replace(":1}", ":2}") + "," + GOOD.replace("\"id\"", " \"id\"") + "]");

        assertThat(outcome.counts().duplicates()).as("white space is no other content").isEqualTo(1);
        assertThat(outcome.rejected()).singleElement().satisfies(item -> {
            assertThat(item.why().code()).isEqualTo(ErrorCode.EVENT_ID_CONFLICT);
            assertThat(item.id()).contains("1");
        });
        assertThat(only().data().whole("quantity")).contains(1L);
    }

    @Test
    void aStreamOfManyLinesIsTakenInSlicesAndListsOnlySomeOfTheRejected() {
        String lines = IntStream.range(0, 5000).mapToObj(i -> i % 2 == 0 ? good(i) : "{oops " + i)
                .collect(Collectors.joining("\r\n", "\n\n", "\n"));
        Outcome outcome = take(MediaTypes.NDJSON, lines);

        assertThat(outcome.counts().accepted()).isEqualTo(2500);
        assertThat(outcome.counts().rejected()).isEqualTo(2500);
        assertThat(outcome.rejected()).hasSize(Listing.MAX_LISTED);
        assertThat(outcome.rejected().get(0).index()).isEqualTo(3);
        assertThat(take(MediaTypes.NDJSON, lines).counts().duplicates()).isEqualTo(2500);
    }

    @Test
    void anEmptyBatchIsFine() {
        assertThat(take(MediaTypes.BATCH, "[]")).isEqualTo(new Outcome(Counts.NONE, List.of()));
        assertThat(take(MediaTypes.NDJSON, "\n \n").allRejected()).isFalse();
        assertThat(capture.journal().find(SELLER, "/shop", "1")).isEqualTo(Optional.empty());
    }
}
