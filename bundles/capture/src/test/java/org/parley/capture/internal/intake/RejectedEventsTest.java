package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.Outcomes;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.journal.RejectsQuery;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;

class RejectedEventsTest {

    private static final SellerId ACME = new SellerId("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @TempDir
    Path folder;
    private Capture capture;

    @BeforeEach
    void open() {
        capture = new Capture(folder, (seller, type) -> type.equals("strict") ? strict() : Rule.FREE_DATA, Limits.DEFAULT,
                InstantSource.system());
    }

    private static Rule strict() {
        return (parser, where, faults) -> {
            Rule.ANY.check(parser, where, faults);
            faults.add(ErrorCode.INVALID_AMOUNT, where.toString(), "never good");
        };
    }

    @AfterEach
    void close() {
        capture.close();
    }

    private static String event(String id, String type, String version) {
        return "{\"specversion\":\"" + version + "\",\"id\":\"" + id + "\",\"source\":\"/shop\",\"type\":\"" + type
                + "\",\"data\":{\"x\":1}}";
    }

    private static String bad(String id) {
        return event(id, "com.example.x", "9");
    }

    private Outcome send(SellerId seller, Instant at, String... events) {
        byte[] body = ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
        try {
            return Outcomes.await(capture.intake().take(new Upload(seller, at, MediaTypes.BATCH, "", body.length,
                    new ByteArrayInputStream(body))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RejectsQuery all(SellerId seller, int limit, Optional<String> after) {
        return new RejectsQuery(seller, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit, after);
    }

    private List<String> ids(RejectsQuery query) {
        return capture.rejects().page(query).items().stream().map(rejected -> rejected.id().orElse("-")).toList();
    }

    private List<String> ids() {
        return ids(all(ACME, 100, Optional.empty()));
    }

    @Test
    void aRejectedEventIsListedAsItWasSentUntilItIsCorrected() {
        send(ACME, NOW, bad("1"));
        Rejected rejected = capture.rejects().page(all(ACME, 10, Optional.empty())).items().get(0);
        assertThat(rejected.sent()).contains(bad("1"));
        assertThat(rejected.type()).contains("com.example.x");
        assertThat(rejected.why().errors()).singleElement().satisfies(error -> assertThat(error.field()).isEqualTo("specversion"));
        assertThat(capture.rejects().find(ACME, "/shop", "1")).contains(rejected);

        assertThat(send(ACME, LATER, rejected.sent().get().replace("\"9\"", "\"1.0\"")).counts().accepted()).isEqualTo(1);

        assertThat(ids()).isEmpty();
        assertThat(capture.journal().find(ACME, "/shop", "1")).isPresent();
    }

    @Test
    void whatIsRejectedAgainIsListedOnceWithTheLastReason() {
        send(ACME, NOW, bad("1"), bad("2"));
        send(ACME, LATER, event("1", "strict", "1.0"));

        assertThat(ids()).containsExactly("1", "2");
        assertThat(capture.rejects().find(ACME, "/shop", "1").orElseThrow().why().code()).isEqualTo(ErrorCode.INVALID_AMOUNT);
    }

    @Test
    void whatIsAcceptedStaysSoWhenItIsSentAgainBroken() {
        send(ACME, NOW, event("1", "com.example.x", "1.0"));
        send(ACME, LATER, bad("1"));

        assertThat(ids()).isEmpty();
    }

    @Test
    void theListIsFilteredAndEachSellerSeesItsOwn() {
        send(ACME, NOW, bad("1"), event("2", "strict", "1.0"));
        send(ACME, LATER, bad("3"));
        send(new SellerId("acm"), NOW, bad("4"));

        assertThat(ids()).containsExactly("3", "2", "1");
        assertThat(ids(all(new SellerId("acm"), 10, Optional.empty()))).containsExactly("4");
        assertThat(ids(all(new SellerId("nobody"), 10, Optional.empty()))).isEmpty();
        assertThat(ids(query(Optional.of("strict"), Optional.empty(), Optional.empty(), Optional.empty()))).containsExactly("2");
        assertThat(ids(query(Optional.empty(), Optional.of(ErrorCode.INVALID_AMOUNT), Optional.empty(), Optional.empty())))
                .containsExactly("2");
        assertThat(ids(query(Optional.empty(), Optional.empty(), Optional.of(LATER), Optional.empty()))).containsExactly("3");
        assertThat(ids(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(LATER)))).containsExactly("2", "1");
    }

    private static RejectsQuery query(Optional<String> type, Optional<ErrorCode> code, Optional<Instant> from, Optional<Instant> to) {
        return new RejectsQuery(ACME, type, code, from, to, 10, Optional.empty());
    }

    @Test
    void pagesGoOnWhereTheLastEnded() {
        send(ACME, NOW, IntStream.range(0, 25).mapToObj(i -> bad("e" + i)).toArray(String[]::new));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Rejected> page = capture.rejects().page(all(ACME, 10, after));
            page.items().forEach(rejected -> seen.add(rejected.id().orElseThrow()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).isEqualTo(IntStream.range(0, 25).mapToObj(i -> "e" + (24 - i)).toList());
        assertThatThrownBy(() -> ids(all(ACME, 10, Optional.of("x")))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatHasNoIdentityOrIsLongIsListedToo() {
        String long1 = event("long", "com.example.x", "9").replace("\"x\":1", "\"x\":\"" + "y".repeat(40_000) + "\"");
        send(ACME, NOW, "{\"data\":{}}", "{\"data\":{}}", "{\"type\":\"strict\"}", long1, "5");

        Page<Rejected> page = capture.rejects().page(all(ACME, 10, Optional.empty()));
        assertThat(page.items().stream().map(rejected -> rejected.sent().orElse("-" + rejected.bytes())).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("{\"data\":{}}", "{\"type\":\"strict\"}", "-" + long1.length());
    }
}
