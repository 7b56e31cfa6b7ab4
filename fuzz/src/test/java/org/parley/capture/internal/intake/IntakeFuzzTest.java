package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.capture.internal.journal.MemorySink;
import org.parley.capture.internal.journal.Outcomes;
import org.parley.capture.internal.journal.StoredEvent;
import org.parley.capture.internal.types.FuzzTypes;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/**
 * The whole intake over anything: it throws nothing but what it declares, every event that was sent is accepted, told as a
 * duplicate or told as rejected, and the journal holds exactly the accepted ones, as another parser sees them.
 */
class IntakeFuzzTest {

    private static final SellerId SELLER = new SellerId("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final FuzzTypes TYPES = new FuzzTypes();
    private static final Limits LIMITS = new Limits(1024, 3000, 3000, 64, Duration.ofHours(24));
    private static final Set<String> KNOWN = Set.of(MediaTypes.EVENT, MediaTypes.BATCH, MediaTypes.NDJSON);

    @FuzzTest(maxDuration = "")
    void keepsWhatItAccepts(byte[] input) throws IOException {
        FuzzedBody fuzzed = FuzzedBody.of(input);
        MemorySink sink = new MemorySink();
        try {
            Outcome outcome = Outcomes.await(new Intake(sink, TYPES, LIMITS).take(fuzzed.upload(SELLER, NOW)));
            assertThat(sink.kept()).hasSize((int) outcome.counts().accepted());
            if (!fuzzed.isGarbage() && SentEvents.canJudge(fuzzed.body())) {
                checkTaken(fuzzed, outcome, sink.kept());
            }
        } catch (InvalidInput refusal) {
            if (!isLines(fuzzed)) {
                assertThat(sink.kept()).as("kept of what was refused").isEmpty();
            }
            checkRefused(fuzzed, refusal.code());
        }
    }

    private static void checkRefused(FuzzedBody fuzzed, ErrorCode why) {
        switch (why) {
            case UNSUPPORTED_MEDIA_TYPE -> assertThat(KNOWN).doesNotContain(fuzzed.mediaType());
            case TOO_LARGE -> assertThat(fuzzed.isGarbage() || fuzzed.body().length > LIMITS.bodyBytes()).as("too large")
                    .isTrue();
            case MALFORMED_CODING -> assertThat(fuzzed.isGarbage()).as("garbage").isTrue();
            case MALFORMED_JSON -> assertThat(!isLines(fuzzed) && !fuzzed.isGarbage() && SentEvents.canJudge(fuzzed.body())
                    && SentEvents.of(plain(fuzzed), fuzzed.body()).isPresent()).as("readable").isFalse();
            default -> throw new AssertionError("a body is never refused with " + why);
        }
    }

    private static boolean isLines(FuzzedBody fuzzed) {
        return plain(fuzzed).equals(MediaTypes.NDJSON);
    }

    private static String plain(FuzzedBody fuzzed) {
        return fuzzed.mediaType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void checkTaken(FuzzedBody fuzzed, Outcome outcome, List<StoredEvent> kept) {
        SentEvents sent = SentEvents.of(plain(fuzzed), fuzzed.body())
                .orElseThrow(() -> new AssertionError("taken, but no JSON: " + outcome));
        Counts counts = outcome.counts();
        assertThat(counts.accepted() + counts.duplicates() + counts.rejected()).as("%s", outcome)
                .isEqualTo(sent.byIndex().size());
        if (outcome.rejected().size() == counts.rejected()) {
            List<JsonNode> expected = expected(sent, outcome);
            assertThat(kept).hasSameSizeAs(expected);
            for (int i = 0; i < kept.size(); i++) {
                checkKept(kept.get(i), expected.get(i));
            }
        }
    }

    /** The events that were not rejected, the first of each identity. */
    private static List<JsonNode> expected(SentEvents sent, Outcome outcome) {
        Set<Long> rejected = outcome.rejected().stream().map(Outcome.Item::index).collect(Collectors.toSet());
        Map<List<String>, JsonNode> byIdentity = new LinkedHashMap<>();
        sent.byIndex().forEach((index, event) -> {
            if (!rejected.contains(index)) {
                JsonNode tree = event.orElseThrow(() -> new AssertionError("no JSON was accepted at " + index));
                byIdentity.putIfAbsent(List.of(tree.path("source").asText(), tree.path("id").asText()), tree);
            }
        });
        return new ArrayList<>(byIdentity.values());
    }

    private static void checkKept(StoredEvent kept, JsonNode sent) {
        assertThat(kept.json().length).isLessThanOrEqualTo(LIMITS.eventBytes());
        assertThat(SentEvents.tree(kept.json())).contains(sent);
        assertThat(text(sent, "specversion")).contains("1.0");
        assertThat(Optional.of(kept.header().id())).isEqualTo(text(sent, "id"));
        assertThat(Optional.of(kept.header().source())).isEqualTo(text(sent, "source"));
        assertThat(Optional.of(kept.header().type())).isEqualTo(text(sent, "type"));
        assertThat(kept.header().customer().map(Object::toString)).isEqualTo(text(sent, "subject"));
        assertThat(kept.header().time()).isEqualTo(text(sent, "time")
                .map(time -> OffsetDateTime.parse(time.toUpperCase(Locale.ROOT)).toInstant()).orElse(NOW));
        assertThat(kept.header().source()).doesNotStartWith("urn:parley:");
        assertThat(kept.header().type()).doesNotStartWith("org.parley.pricing.");
        assertThat(kept.recorded().event().data()).isEqualTo(Plain.object(sent.path("data")));
    }

    private static Optional<String> text(JsonNode event, String name) {
        return Optional.of(event.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
