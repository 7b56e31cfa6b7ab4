package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.capture.api.Event;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.CustomerId;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.common.Values;

class HistoryTest {

    private static final SellerId ACME = new SellerId("acme");
    private static final CustomerId ANN = new CustomerId("ann");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;
    private Capture capture;

    @BeforeEach
    void open() {
        capture = new Capture(folder, (seller, type) -> Rule.FREE_DATA, Limits.DEFAULT, InstantSource.system());
    }

    @AfterEach
    void close() {
        capture.close();
    }

    private static Event event(String seller, String customer, String type, int id, long second) {
        return new Event(new SellerId(seller), "/s", "e" + id, type,
                Optional.of(customer).filter(c -> !c.isEmpty()).map(CustomerId::new), START.plusSeconds(second), Values.empty());
    }

    /** 300 events at random times, some at the same time, of some sellers, customers and types. */
    private List<Event> sent() {
        Random random = new Random(7);
        List<Event> events = IntStream.range(0, 300).mapToObj(i -> event(random.nextInt(3) == 0 ? "other" : "acme",
                List.of("ann", "an", "bob", "").get(random.nextInt(4)), "t" + random.nextInt(2), i, random.nextInt(100) - 50))
                .toList();
        for (int i = 0; i < 300; i += 30) {
            capture.journal().append(events.subList(i, i + 30));
        }
        return events;
    }

    private List<Long> all(TimelineQuery query) {
        List<Long> positions = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<StoredEvent> page = capture.history().page(new TimelineQuery(query.seller(), query.customer(),
                    query.type(), query.from(), query.to(), query.limit(), after));
            assertThat(page.items().size()).isLessThanOrEqualTo(query.limit());
            page.items().forEach(event -> positions.add(event.position()));
            after = page.next();
        } while (after.isPresent());
        return positions;
    }

    private static TimelineQuery query(Optional<CustomerId> customer, Optional<String> type, Optional<Instant> from,
            Optional<Instant> to, int limit) {
        return new TimelineQuery(ACME, customer, type, from, to, limit, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void aCustomersTimelineHoldsExactlyWhatWasAskedForTheLatestFirst(int limit) {
        List<Event> sent = sent();
        Optional<Instant> from = Optional.of(START.plusSeconds(-20));
        Optional<Instant> to = Optional.of(START.plusSeconds(30));
        for (Optional<String> type : List.of(Optional.<String>empty(), Optional.of("t1"))) {
            for (boolean bounded : List.of(false, true)) {
                Optional<Instant> low = bounded ? from : Optional.empty();
                Optional<Instant> high = bounded ? to : Optional.empty();
                List<Long> expected = IntStream.range(0, sent.size()).mapToObj(i -> new RecordedEvent(i + 1, sent.get(i)))
                        .filter(e -> e.event().seller().equals(ACME) && e.event().customer().equals(Optional.of(ANN)))
                        .filter(e -> type.map(e.event().type()::equals).orElse(true))
                        .filter(e -> low.map(at -> !e.event().time().isBefore(at)).orElse(true))
                        .filter(e -> high.map(at -> e.event().time().isBefore(at)).orElse(true))
                        .sorted(Comparator.comparing((RecordedEvent e) -> e.event().time()).thenComparing(RecordedEvent::position).reversed())
                        .map(RecordedEvent::position).toList();
                assertThat(expected).isNotEmpty();
                assertThat(all(query(Optional.of(ANN), type, low, high, limit))).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void withoutACustomerTheLatestToArriveComeFirst(int limit) {
        List<Event> sent = sent();
        List<Long> expected = IntStream.range(0, sent.size()).boxed()
                .filter(i -> sent.get(i).seller().equals(ACME) && sent.get(i).type().equals("t1"))
                .map(i -> i + 1L).sorted(Comparator.reverseOrder()).toList();
        assertThat(all(query(Optional.empty(), Optional.of("t1"), Optional.empty(), Optional.empty(), limit)))
                .isEqualTo(expected);
    }

    @Test
    void theIndexIsCompleteAfterItWasLost() {
        sent();
        List<Long> before = all(query(Optional.of(ANN), Optional.empty(), Optional.empty(), Optional.empty(), 1000));
        capture.close();
        try (JournalFiles files = JournalFiles.open(folder)) {
            files.use(open -> {
                open.db().deleteRange(open.timeline(), new byte[] {0}, new byte[] {(byte) 0xff});
                return true;
            });
        }
        open();
        assertThat(all(query(Optional.of(ANN), Optional.empty(), Optional.empty(), Optional.empty(), 1000)))
                .isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "-1", "!"})
    void aForeignCursorIsRefused(String cursor) {
        for (Optional<CustomerId> customer : List.of(Optional.of(ANN), Optional.<CustomerId>empty())) {
            TimelineQuery query = new TimelineQuery(ACME, customer, Optional.empty(), Optional.empty(), Optional.empty(), 5,
                    Optional.of(cursor));
            assertThatThrownBy(() -> capture.history().page(query)).isInstanceOf(InvalidInput.class);
        }
    }
}
