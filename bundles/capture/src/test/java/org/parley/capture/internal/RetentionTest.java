package org.parley.capture.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Appended.Outcome;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.journal.Progress;
import org.parley.capture.internal.journal.TimelineQuery;
import org.parley.capture.internal.journal.Verification;
import org.parley.capture.internal.rules.Rule;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.common.CustomerId;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.store.sqlite.SqliteDatabases;

@Timeout(120)
class RetentionTest {

    private static final SellerId ACME = new SellerId("acme");
    private static final SellerId OTHER = new SellerId("other");
    private static final CustomerId ANN = new CustomerId("ann");

    @TempDir
    Path folder;
    private volatile Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private CaptureDatabase database;
    private Capture capture;
    private Retention retention;

    @BeforeEach
    void open() {
        database = new CaptureDatabase(new SqliteDatabases(folder));
        capture = new Capture(folder.resolve("journal"), (seller, type) -> Rule.FREE_DATA, Limits.DEFAULT, () -> now);
        retention = new Retention(capture, database, () -> now);
    }

    @AfterEach
    void close() {
        retention.close();
        capture.close();
        database.close();
    }

    private Event event(SellerId seller, String type, String id, Duration age, String text) {
        return new Event(seller, "/s", id, type, Optional.of(ANN), now.minus(age), Values.of(Map.of("text", text)));
    }

    private Outcome append(Event event) {
        return capture.journal().append(List.of(event)).get(0).outcome();
    }

    private List<Event> all() {
        return capture.journal().read(Journal.START, 100_000).stream().map(RecordedEvent::event).toList();
    }

    /** All readers have passed all; the timeline is asked for, so that it is complete. */
    private void counted() {
        capture.history().page(new TimelineQuery(ACME, Optional.of(ANN), Optional.empty(), Optional.empty(),
                Optional.empty(), 1, Optional.empty()));
        for (String reader : List.of("pricing", "reporting", "scoring", "meters", "timeline")) {
            capture.journal().report(reader, capture.journal().head());
        }
    }

    private long compact() {
        now = now.plus(Duration.ofHours(2));
        counted();
        return retention.compact(Progress.NONE);
    }

    private Verification.Result verified() {
        Verification.Result result = capture.journal().verify(List.of(), Progress.NONE);
        assertThat(result.faults()).isEmpty();
        return result;
    }

    @Test
    void eventsGoWhenTheirTimeHasEndedAndAreNeverTakenAgain() {
        Event old = event(ACME, EventTypes.NEWS, "old", Duration.ofDays(40), "x");
        List<Event> kept = List.of(event(ACME, EventTypes.NEWS, "new", Duration.ofDays(20), "x"),
                event(ACME, EventTypes.USAGE, "use", Duration.ofDays(40), "x"),
                event(OTHER, EventTypes.NEWS, "old", Duration.ofDays(40), "x"),
                event(ACME, EventTypes.CYCLE_PRICED, "price", Duration.ofDays(400), "x"));
        append(old);
        kept.forEach(this::append);
        retention.keep(ACME, EventTypes.NEWS, 30);

        assertThat(compact()).isEqualTo(1);

        assertThat(all()).isEqualTo(kept);
        assertThat(verified().expired()).isEqualTo(1);
        assertThat(capture.journal().find(ACME, "/s", "old")).isEmpty();
        assertThat(append(old)).isEqualTo(Outcome.TOO_OLD);
        assertThat(append(kept.get(0))).isEqualTo(Outcome.DUPLICATE);
        assertThat(append(kept.get(2))).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void whatWasRemovedStaysRefusedWhenEventsAreKeptLongerAndAfterTheNextStart() {
        Event old = event(ACME, EventTypes.NEWS, "old", Duration.ofDays(40), "x");
        append(old);
        retention.keep(ACME, EventTypes.NEWS, 30);
        compact();
        Instant removed = retention.of(ACME, EventTypes.NEWS).removedBefore().orElseThrow();

        retention.keep(ACME, EventTypes.NEWS, 365);
        assertThat(append(old)).isEqualTo(Outcome.TOO_OLD);
        retention.keepForEver(ACME, EventTypes.NEWS);
        compact();
        close();
        open();
        assertThat(append(old)).isEqualTo(Outcome.TOO_OLD);
        assertThat(retention.of(ACME, EventTypes.NEWS)).isEqualTo(new Retention.Kept(EventTypes.NEWS, Optional.empty(),
                Optional.of(removed)));
        assertThat(horizon().from(ACME, EventTypes.NEWS)).isEqualTo(removed);
        assertThat(horizon().from(ACME, EventTypes.USAGE)).isEqualTo(Instant.MIN);
    }

    private JournalCheck.Horizon horizon() {
        List<JournalCheck.Horizon> told = new ArrayList<>();
        capture.journal().verify(List.of(new JournalCheck() {
            @Override
            public String name() {
                return "horizon";
            }

            @Override
            public Run begin(Horizon horizon) {
                told.add(horizon);
                throw new IllegalStateException("seen");
            }
        }), Progress.NONE);
        return told.get(0);
    }

    @Test
    void anEventThatIsTooOldIsRefusedBeforeAnythingWasRemovedAndOneThatIsThereIsADuplicate() {
        Event there = event(ACME, EventTypes.NEWS, "there", Duration.ofDays(40), "x");
        append(there);
        retention.keep(ACME, EventTypes.NEWS, 30);

        assertThat(append(there)).isEqualTo(Outcome.DUPLICATE);
        assertThat(append(event(ACME, EventTypes.NEWS, "late", Duration.ofDays(40), "x"))).isEqualTo(Outcome.TOO_OLD);
        assertThat(append(event(ACME, EventTypes.NEWS, "in time", Duration.ofDays(29), "x"))).isEqualTo(Outcome.ACCEPTED);
        now = now.plus(Duration.ofDays(2));
        assertThat(append(event(ACME, EventTypes.NEWS, "in time", Duration.ofDays(31), "x")))
                .as("its time has gone on").isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void nothingGoesBeforeEveryReaderHasPassedItOrRightAfterItsArrival() {
        append(event(ACME, EventTypes.NEWS, "old", Duration.ofDays(40), "x"));
        retention.keep(ACME, EventTypes.NEWS, 30);
        counted();
        assertThat(retention.compact(Progress.NONE)).as("it has just arrived").isZero();
        now = now.plus(Duration.ofHours(2));
        counted();
        capture.journal().report("scoring/new", Journal.START);
        assertThat(retention.compact(Progress.NONE)).as("a score is behind").isZero();
        assertThat(all()).hasSize(1);
        capture.journal().report("scoring/new", 1);
        counted();
        assertThat(retention.compact(Progress.NONE)).isEqualTo(1);
    }

    @Test
    void pricingFactsAreKeptForEver() {
        assertThatThrownBy(() -> retention.keep(ACME, EventTypes.CYCLE_PRICED, 30)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("kept for ever");
        assertThatThrownBy(() -> retention.keep(ACME, EventTypes.NEWS, 0)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("from 1 to");
    }

    @Test
    void whatIsLeftOfManyEventsIsWholeAndTheDiskGetsItsRoomBack() throws IOException {
        Random random = new Random(5);
        List<Event> kept = new ArrayList<>();
        for (int batch = 0; batch < 60; batch++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String type = random.nextInt(batch % 3 == 0 ? 1 : 20) == 0 && batch % 3 != 0 ? EventTypes.USAGE : EventTypes.NEWS;
                events.add(event(ACME, type, batch + "-" + i, Duration.ofDays(40), noise(random)));
            }
            assertThat(capture.journal().append(events)).extracting(Appended::outcome).containsOnly(Outcome.ACCEPTED);
            events.stream().filter(event -> event.type().equals(EventTypes.USAGE)).forEach(kept::add);
        }
        long head = capture.journal().head();
        close();
        open();
        long before = size();
        retention.keep(ACME, EventTypes.NEWS, 30);

        assertThat(compact()).isEqualTo(head - kept.size());

        assertThat(all()).isEqualTo(kept);
        assertThat(capture.journal().head()).isEqualTo(head);
        Verification.Result result = verified();
        assertThat(result.expired()).isEqualTo(head - kept.size());
        assertThat(result.idKeys()).isEqualTo(kept.size());
        assertThat(result.chunks()).isLessThanOrEqualTo(60);
        close();
        open();
        assertThat(size()).as("bytes on disk, before %s", before).isLessThan(before / 5);
        assertThat(all()).isEqualTo(kept);
        assertThat(compact()).as("again").isZero();
    }

    private static String noise(Random random) {
        byte[] bytes = new byte[200];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".sst")).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
