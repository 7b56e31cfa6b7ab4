package org.parley.capture.internal.meters.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.capture.internal.meters.Aggregate;
import org.parley.capture.internal.meters.Aggregation;
import org.parley.capture.internal.meters.Group;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.Window;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.Windows;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Answers from the rollups. What an answer costs depends on its windows and groups, never on the number of events. */
public final class UsageReader {

    /** How many rows are read for one answer at the most: some 100 ms of reading. */
    static final int MAX_READ = 200_000;

    private record Stored(Slot slot, Row row) {}

    private final RollupStore store;

    public UsageReader(RollupStore store) {
        this.store = store;
    }

    /** A page; it may be short while there is a next one. Windows without events are left out. */
    public Page<UsageRow> read(UsageQuery query) {
        return query.window().isPresent() ? windows(query, query.window().get()) : total(query);
    }

    private Page<UsageRow> windows(UsageQuery query, WindowKind kind) {
        Windows windows = new Windows(query.meter().definition().zone());
        Lines lines = new Lines(query);
        Instant from = query.after().map(UsageCursor::start).filter(start -> start.isAfter(query.from())).orElse(query.from());
        int[] read = {0};
        boolean all = scan(query, kind, from, query.to(), stored -> {
            if (!lines.isOf(stored.slot().start())) {
                if (lines.size() > query.limit() || read[0] > MAX_READ) {
                    return false;
                }
                lines.begin(windows.at(kind, stored.slot().start()));
            }
            read[0]++;
            lines.add(stored);
            return true;
        });
        lines.end();
        return lines.page(all);
    }

    private Page<UsageRow> total(UsageQuery query) {
        Lines lines = new Lines(query);
        lines.begin(new Window(query.from(), query.to()));
        int[] read = {0};
        for (Windows.Span span : new Windows(query.meter().definition().zone()).cover(query.from(), query.to())) {
            scan(query, span.kind(), span.from(), span.to(), stored -> {
                if (++read[0] > MAX_READ) {
                    throw new InvalidInput(ErrorCode.INVALID_INPUT, "groupBy", "one figure over this range would be made"
                            + " from more than " + MAX_READ + " windows and groups; ask for a shorter range, or by month");
                }
                lines.add(stored);
                return true;
            });
        }
        lines.end();
        return lines.page(true);
    }

    private interface Taking {
        /** Whether to go on. */
        boolean take(Stored stored);
    }

    /** Whether it went to the end of the range. */
    private boolean scan(UsageQuery query, WindowKind kind, Instant from, Instant to, Taking taking) {
        Meter meter = query.meter();
        byte[] prefix = Keys.rows(meter, kind, query.customer(), query.byGroup());
        return store.folder().use(open -> {
            try (RocksIterator rows = open.db().newIterator(open.family(RollupStore.ROWS))) {
                for (rows.seek(Keys.from(prefix, from)); isWithin(rows, prefix, to); rows.next()) {
                    byte[] key = rows.key();
                    Slot slot = new Slot(kind, query.customer(), Keys.start(key, prefix.length), Keys.group(key, prefix.length));
                    if (!taking.take(new Stored(slot, RowCodec.row(meter.definition().aggregation(), rows.value())))) {
                        return false;
                    }
                }
                return true;
            }
        });
    }

    private static boolean isWithin(RocksIterator rows, byte[] prefix, Instant to) throws RocksDBException {
        rows.status();
        if (!rows.isValid()) {
            return false;
        }
        byte[] key = rows.key();
        return key.length > prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)
                && Keys.start(key, prefix.length).isBefore(to);
    }

    /** The lines of an answer, as they come together window by window. */
    private final class Lines {

        private final UsageQuery query;
        private final Projection projection;
        private final List<UsageRow> done = new ArrayList<>();
        private final List<UsageCursor> places = new ArrayList<>();
        private final SortedMap<String, List<Stored>> open = new TreeMap<>();
        private Optional<Window> window = Optional.empty();

        Lines(UsageQuery query) {
            this.query = query;
            this.projection = Projection.of(query.meter().definition(), query);
        }

        int size() {
            return done.size();
        }

        boolean isOf(Instant start) {
            return window.isPresent() && window.get().start().equals(start);
        }

        void begin(Window next) {
            end();
            window = Optional.of(next);
        }

        void add(Stored stored) {
            if (projection.includes(stored.slot().group())) {
                open.computeIfAbsent(projection.place(stored.slot().group()), none -> new ArrayList<>()).add(stored);
            }
        }

        /** Makes lines of what is open, but for those that the page before has told. */
        void end() {
            open.forEach((place, rows) -> {
                UsageCursor here = new UsageCursor(window.orElseThrow().start(), place);
                boolean told = query.after().filter(last -> last.start().equals(here.start())
                        && last.group().compareTo(place) >= 0).isPresent();
                if (!told && done.size() <= query.limit()) {
                    done.add(line(rows));
                    places.add(here);
                }
            });
            open.clear();
        }

        private UsageRow line(List<Stored> rows) {
            Group group = rows.get(0).slot().group();
            Aggregation aggregation = query.meter().definition().aggregation();
            Aggregate figure = rows.size() > 1 && aggregation == Aggregation.UNIQUE
                    ? new Members(store, query.meter()).unite(rows.stream().map(Stored::slot).toList())
                    : rows.stream().map(stored -> stored.row().aggregate()).reduce(Aggregate::merge).orElseThrow();
            return new UsageRow(window.orElseThrow(), projection.view(group), group instanceof Group.Rest, figure.value(),
                    rows.stream().mapToLong(stored -> stored.row().events()).sum(),
                    rows.stream().mapToLong(stored -> stored.row().withoutValue()).sum());
        }

        /** @param all whether there are no more windows */
        Page<UsageRow> page(boolean all) {
            if (done.size() > query.limit()) {
                return new Page<>(done.subList(0, query.limit()), Optional.of(places.get(query.limit() - 1).text()));
            }
            return new Page<>(done, all ? Optional.empty()
                    : window.map(last -> new UsageCursor(last.start(), Projection.LAST).text()));
        }
    }
}
