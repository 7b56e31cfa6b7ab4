package org.parley.capture.internal.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Event;
import org.parley.capture.api.testing.Events;
import org.parley.capture.internal.journal.RocksJournal;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.Windows;
import org.parley.capture.internal.meters.rollup.Tampering;
import org.parley.capture.internal.meters.rollup.UsageCursor;
import org.parley.capture.internal.meters.rollup.UsageQuery;
import org.parley.capture.internal.meters.rollup.UsageRow;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.common.CustomerId;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.store.sqlite.SqliteDatabases;

@Timeout(120)
class MeteringTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String TYPE = "use";
    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    Path folder;
    private RocksJournal journal;
    private CaptureDatabase database;
    private Metering metering;
    private int sent;

    @BeforeEach
    void open() {
        journal = new RocksJournal(folder.resolve("journal"), InstantSource.system());
        database = new CaptureDatabase(new SqliteDatabases(folder));
        metering = new Metering(folder.resolve("meters"), journal, database);
    }

    @AfterEach
    void close() {
        metering.close();
        database.close();
        journal.close();
    }

    private void restart() {
        close();
        open();
    }

    private Meter define(String id, String aggregation, Map<String, String> groupBy, String zone) {
        Optional<String> path = aggregation.equals("count") ? Optional.empty() : Optional.of("/n");
        Meter meter = metering.publish(Events.SELLER, id,
                before -> Definition.parse(TYPE, aggregation, path, groupBy, zone), NOW);
        awaitReady(meter);
        return meter;
    }

    private void awaitReady(Meter meter) {
        await(() -> metering.progress(meter).ready());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Event event(String customer, String time, Map<String, ?> data) {
        return new Event(Events.SELLER, Events.SOURCE, "e" + sent++, TYPE,
                Optional.of(customer).filter(id -> !id.isEmpty()).map(CustomerId::new), Instant.parse(time), Values.of(data));
    }

    private void send(Event... events) {
        journal.append(List.of(events));
    }

    private List<UsageRow> rows(Meter meter, String customer, WindowKind kind, String from, String to, String... groupBy) {
        return all(new UsageQuery(meter, Optional.of(customer).filter(id -> !id.isEmpty()).map(CustomerId::new),
                Instant.parse(from), Instant.parse(to), Optional.ofNullable(kind), List.of(groupBy), Map.of(), 3, Optional.empty()));
    }

    /** Page by page, three lines each. */
    private List<UsageRow> all(UsageQuery query) {
        List<UsageRow> rows = new ArrayList<>();
        Optional<UsageCursor> after = Optional.empty();
        do {
            UsageAnswer answer = metering.usage(new UsageQuery(query.meter(), query.customer(), query.from(), query.to(),
                    query.window(), query.groupBy(), query.filter(), query.limit(), after));
            assertThat(answer.complete()).isTrue();
            rows.addAll(answer.rows().items());
            after = answer.rows().next().map(UsageCursor::parse);
        } while (after.isPresent());
        return rows;
    }

    private static List<String> told(List<UsageRow> rows) {
        return rows.stream().map(row -> row.window().start() + " " + row.group()
                + row.value().map(value -> " " + value.stripTrailingZeros().toPlainString()).orElse("")).toList();
    }

    @Test
    void eventsCountIntoTheirWindowsAcrossAChangeOfTheClock() {
        Meter meter = define("pages", "sum", Map.of(), "Europe/Berlin");
        send(event("ann", "2026-10-24T22:30:00Z", Map.of("n", 1)), event("ann", "2026-10-25T00:30:00Z", Map.of("n", 2)),
                event("ann", "2026-10-25T01:30:00Z", Map.of("n", 4)), event("ann", "2026-10-25T22:59:59Z", Map.of("n", 8)),
                event("ann", "2026-10-25T23:00:00Z", Map.of("n", 16)), event("bob", "2026-10-25T12:00:00Z", Map.of("n", 32)));
        assertThat(told(rows(meter, "ann", WindowKind.HOUR, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))).containsExactly(
                "2026-10-24T22:00:00Z {} 1", "2026-10-25T00:00:00Z {} 2", "2026-10-25T01:00:00Z {} 4", "2026-10-25T22:00:00Z {} 8");
        assertThat(told(rows(meter, "ann", WindowKind.DAY, "2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z"))).containsExactly(
                "2026-10-24T22:00:00Z {} 15", "2026-10-25T23:00:00Z {} 16");
        assertThat(told(rows(meter, "ann", WindowKind.MONTH, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"))).containsExactly(
                "2026-09-30T22:00:00Z {} 31");
        assertThat(told(rows(meter, "", WindowKind.MONTH, "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"))).containsExactly(
                "2026-09-30T22:00:00Z {} 63");
        assertThat(told(rows(meter, "ann", null, "2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z"))).containsExactly(
                "2026-10-25T00:00:00Z {} 30");
    }

    @Test
    void aLateEventCountsIntoItsOwnWindow() {
        Meter meter = define("pages", "latest", Map.of(), "UTC");
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", 5)));
        assertThat(told(rows(meter, "ann", WindowKind.DAY, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")))
                .containsExactly("2026-10-20T00:00:00Z {} 5");
        send(event("ann", "2026-10-02T10:00:00Z", Map.of("n", 7)), event("ann", "2026-10-20T09:00:00Z", Map.of("n", 9)));
        assertThat(told(rows(meter, "ann", WindowKind.DAY, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")))
                .containsExactly("2026-10-02T00:00:00Z {} 7", "2026-10-20T00:00:00Z {} 5");
    }

    @Test
    void groupsAreToldApartPutTogetherAndFiltered() {
        Meter meter = define("pages", "sum", Map.of("item", "/item", "unit", "/unit"), "UTC");
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", 1, "item", "book", "unit", "page")),
                event("ann", "2026-10-20T11:00:00Z", Map.of("n", 2, "item", "book", "unit", "line")),
                event("ann", "2026-10-20T12:00:00Z", Map.of("n", 4, "item", "map", "unit", "page")),
                event("ann", "2026-10-21T12:00:00Z", Map.of("n", 8)));
        String from = "2026-10-01T00:00:00Z";
        String to = "2026-11-01T00:00:00Z";
        assertThat(told(rows(meter, "ann", WindowKind.DAY, from, to, "item", "unit"))).containsExactly(
                "2026-10-20T00:00:00Z {item=book, unit=line} 2", "2026-10-20T00:00:00Z {item=book, unit=page} 1",
                "2026-10-20T00:00:00Z {item=map, unit=page} 4", "2026-10-21T00:00:00Z {} 8");
        assertThat(told(rows(meter, "ann", WindowKind.MONTH, from, to, "item"))).containsExactly(
                "2026-10-01T00:00:00Z {} 8", "2026-10-01T00:00:00Z {item=book} 3", "2026-10-01T00:00:00Z {item=map} 4");
        assertThat(told(rows(meter, "ann", null, from, to, "unit"))).containsExactly(
                from + " {} 8", from + " {unit=line} 2", from + " {unit=page} 5");
        assertThat(told(all(new UsageQuery(meter, Optional.of(new CustomerId("ann")), Instant.parse(from), Instant.parse(to),
                Optional.empty(), List.of(), Map.of("unit", Optional.of("page")), 3, Optional.empty())))).containsExactly(from + " {} 5");
        assertThat(told(rows(meter, "ann", WindowKind.MONTH, from, to))).containsExactly(from + " {} 15");
    }

    @Test
    void differentValuesAreCountedExactlyHoweverWindowsAreUnited() {
        Meter meter = define("places", "unique", Map.of("item", "/item"), "UTC");
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", "a", "item", "x")), event("ann", "2026-10-20T10:30:00Z", Map.of("n", "a", "item", "y")),
                event("ann", "2026-10-20T11:00:00Z", Map.of("n", "b", "item", "x")));
        rows(meter, "ann", WindowKind.DAY, "2026-10-20T00:00:00Z", "2026-10-21T00:00:00Z");
        send(event("ann", "2026-10-20T12:00:00Z", Map.of("n", "a", "item", "x")), event("ann", "2026-10-21T10:00:00Z", Map.of("n", "b", "item", "x")),
                event("bob", "2026-10-21T10:00:00Z", Map.of("n", "c", "item", "x")));
        assertThat(told(rows(meter, "ann", WindowKind.DAY, "2026-10-20T00:00:00Z", "2026-10-22T00:00:00Z")))
                .containsExactly("2026-10-20T00:00:00Z {} 2", "2026-10-21T00:00:00Z {} 1");
        assertThat(told(rows(meter, "ann", WindowKind.DAY, "2026-10-20T00:00:00Z", "2026-10-21T00:00:00Z", "item")))
                .containsExactly("2026-10-20T00:00:00Z {item=x} 2", "2026-10-20T00:00:00Z {item=y} 1");
        assertThat(told(rows(meter, "ann", null, "2026-10-20T00:00:00Z", "2026-10-22T00:00:00Z")))
                .containsExactly("2026-10-20T00:00:00Z {} 2");
        assertThat(told(rows(meter, "", null, "2026-10-20T11:00:00Z", "2026-10-22T00:00:00Z")))
                .containsExactly("2026-10-20T11:00:00Z {} 3");
    }

    @Test
    void moreGroupsThanThereIsRoomForAreCountedTogether() {
        Meter meter = define("pages", "sum", Map.of("item", "/item"), "UTC");
        for (int part = 0; part < 4; part++) {
            int first = part * 300;
            send(IntStream.range(first, first + 300).mapToObj(i -> event("ann", "2026-10-20T10:00:00Z", Map.of("n", 1, "item", "i" + i)))
                    .toArray(Event[]::new));
        }
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", 5, "item", "i0")), event("ann", "2026-10-20T10:00:00Z", Map.of("n", 7, "item", "new")));
        List<UsageRow> rows = all(new UsageQuery(meter, Optional.of(new CustomerId("ann")), Instant.parse("2026-10-20T10:00:00Z"),
                Instant.parse("2026-10-20T11:00:00Z"), Optional.of(WindowKind.HOUR), List.of("item"), Map.of(), 400, Optional.empty()));
        assertThat(rows).hasSize(1001);
        assertThat(rows.get(1000).rest()).isTrue();
        assertThat(rows.get(1000).value().orElseThrow()).isEqualByComparingTo("207");
        assertThat(rows.stream().filter(row -> row.group().equals(Map.of("item", "i0"))).map(row -> row.value().orElseThrow().intValue()))
                .containsExactly(6);
        assertThat(told(rows(meter, "ann", WindowKind.MONTH, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")))
                .containsExactly("2026-10-01T00:00:00Z {} 1212");
        assertThat(faults(at -> true)).isEmpty();
    }

    @Test
    void eventsWithoutAValueAreTold() {
        Meter meter = define("pages", "max", Map.of(), "UTC");
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", 1)), event("ann", "2026-10-20T10:00:00Z", Map.of()),
                event("ann", "2026-10-20T12:00:00Z", Map.of("n", "many")));
        List<UsageRow> rows = rows(meter, "ann", WindowKind.HOUR, "2026-10-20T00:00:00Z", "2026-10-21T00:00:00Z");
        assertThat(rows).extracting(UsageRow::events).containsExactly(2L, 1L);
        assertThat(rows).extracting(UsageRow::withoutValue).containsExactly(1L, 1L);
        assertThat(rows.get(1).value()).isEmpty();
        WithoutValue gaps = metering.withoutValue(meter);
        assertThat(gaps.count()).isEqualTo(2);
        assertThat(gaps.latest()).extracting(WithoutValue.Told::id).containsExactly("e2", "e1");
        assertThat(gaps.latest()).extracting(WithoutValue.Told::why).containsExactly("at /n is no number", "nothing at /n");
    }

    @Test
    void aNewVersionCountsWhatWasThereWhileTheOldOneAnswers() {
        Meter first = define("pages", "sum", Map.of(), "UTC");
        for (int i = 0; i < 20; i++) {
            send(IntStream.range(0, 1000).mapToObj(n -> event("ann", "2026-10-20T10:00:00Z", Map.of("n", n % 7))).toArray(Event[]::new));
        }
        assertThat(define("pages", "sum", Map.of(), "UTC")).as("the same again").isEqualTo(first);
        Meter second = metering.publish(Events.SELLER, "pages",
                before -> Definition.parse(TYPE, "max", Optional.of("/n"), Map.of(), before.orElseThrow().getId()), NOW);
        assertThat(second.version()).isEqualTo(2);
        Meter answering = metering.answering(Events.SELLER, "pages", Optional.empty());
        assertThat(answering == first || metering.progress(second).ready()).isTrue();
        awaitReady(second);
        assertThat(metering.answering(Events.SELLER, "pages", Optional.empty())).isEqualTo(second);
        assertThat(metering.progress(first).superseded()).isTrue();
        restart();
        assertThat(metering.answering(Events.SELLER, "pages", Optional.empty())).isEqualTo(second);
        assertThat(told(rows(second, "ann", WindowKind.DAY, "2026-10-20T00:00:00Z", "2026-10-21T00:00:00Z")))
                .containsExactly("2026-10-20T00:00:00Z {} 6");
        assertThat(faults(at -> true)).isEmpty();
    }

    @Test
    void meterLimitsAreTold() {
        for (int i = 0; i < Catalogue.MAX_METERS; i++) {
            define("m" + i, "count", Map.of(), "UTC");
        }
        assertThatThrownBy(() -> define("onemore", "count", Map.of(), "UTC")).isInstanceOf(StateConflict.class)
                .hasMessageContaining("at most 100 meters");
        for (int version = 2; version <= Catalogue.MAX_VERSIONS; version++) {
            define("m0", version % 2 == 0 ? "sum" : "count", Map.of(), "UTC");
        }
        assertThatThrownBy(() -> define("m0", "max", Map.of(), "UTC")).hasMessageContaining("has 20 versions");
        assertThatThrownBy(() -> metering.newest(new SellerId("other"), "m0")).hasMessageContaining("no meter");
    }

    @Test
    void rangesEndWhereWindowsDo() {
        Windows berlin = new Windows(ZoneId.of("Europe/Berlin"));
        Range day = Range.parse(berlin, WindowKind.DAY, Optional.of("2026-10-25"), Optional.of("2026-10-26"), NOW);
        assertThat(day).isEqualTo(new Range(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
        assertThat(Range.parse(berlin, WindowKind.MONTH, Optional.of("2026-10-01"), Optional.empty(), NOW).to())
                .isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
        assertThatThrownBy(() -> Range.parse(berlin, WindowKind.DAY, Optional.of("2026-10-25T00:00:00Z"), Optional.empty(), NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the day around 2026-10-25T00:00:00Z is from 2026-10-24T22:00:00Z to 2026-10-25T23:00:00Z");
        assertThatThrownBy(() -> Range.parse(berlin, WindowKind.HOUR, Optional.of("2026-10-26"), Optional.of("2026-10-26"), NOW))
                .hasMessageContaining("'to' is not after 'from'");
        assertThatThrownBy(() -> Range.parse(berlin, WindowKind.HOUR, Optional.empty(), Optional.empty(), NOW))
                .hasMessageContaining("'from' is missing");
        assertThatThrownBy(() -> Range.parse(berlin, WindowKind.HOUR, Optional.of("+999999999-01-01T00:00:00Z"), Optional.empty(), NOW))
                .hasMessageContaining("1970 and 2200");
    }

    private List<String> faults(Predicate<Long> seen) {
        MetersCheck check = new MetersCheck(folder.resolve("check"), metering);
        awaitCounted();
        var run = check.begin((seller, type) -> Instant.MIN);
        journal.read(0, Integer.MAX_VALUE / 2).stream().filter(event -> event.position() <= run.upTo() && seen.test(event.position()))
                .forEach(run::event);
        List<String> faults = run.faults();
        assertThat(folder.resolve("check")).doesNotExist();
        return faults;
    }

    private void awaitCounted() {
        await(() -> metering.rollups().position() >= journal.head());
    }

    @Test
    void aTamperedRollupIsFound() {
        define("pages", "sum", Map.of("item", "/item"), "UTC");
        define("places", "unique", Map.of(), "UTC");
        send(event("ann", "2026-10-20T10:00:00Z", Map.of("n", 1, "item", "book")), event("bob", "2026-10-20T10:00:00Z", Map.of("n", 2)));
        assertThat(faults(at -> true)).isEmpty();
        assertThat(faults(at -> at != 2)).as("as if the second event had not been counted").anySatisfy(fault -> assertThat(fault)
                .isEqualTo("seller 'acme', meter 'pages' version 1, customer 'bob', day from 2026-10-20T00:00:00Z has 2 from 1 events"
                        + " (0 without a value, 1 groups), the journal no row"));
        awaitCounted();
        Tampering.everyRow(metering.store(), (key, value) -> {
            value[value.length - 1] ^= 64;
            return value;
        });
        assertThat(faults(at -> true)).contains("seller 'acme', meter 'pages' version 1, customer 'ann', group [book], month from"
                + " 2026-10-01T00:00:00Z has 65 from 1 events (0 without a value, 0 groups), the journal 1 from 1 events"
                + " (0 without a value, 0 groups)");
    }
}
