package org.parley.reporting.internal.reports;

import static org.parley.reporting.api.Description.CellType.COUNT;
import static org.parley.reporting.api.Description.CellType.DATE;
import static org.parley.reporting.api.Description.CellType.MONEY;
import static org.parley.reporting.api.Description.CellType.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.Money;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Rollup;
import org.parley.reporting.api.Table;

/**
 * What came in, by day (UTC), offering, currency and basis: {@code after-use} for prices that customers set,
 * {@code fixed} for prices that were set for them, {@code purchase} for purchases that a seller's systems reported. A
 * make-good adds what it adds to the price it replaces, on its own day, and is no further cycle.
 */
@Component
public final class RevenueByDay implements Report<Report.None> {

    private static final String CYCLES = "cycles";
    private static final String REVENUE = "revenueMinor";
    private static final String SUGGESTED = "suggestedMinor";
    private static final String UNREADABLE = "unreadable";

    /** The offering that purchases stand under: they name none. */
    private static final String PURCHASES = "purchases";

    private record Row(LocalDate day, List<String> key) {}

    @Override
    public Description describe() {
        return new Description("revenue-by-day", "Revenue by day",
                "What customers paid each day, and what was suggested, by offering and currency.",
                List.of(new Description.Column("day", DATE, ""), new Description.Column("offering", TEXT, ""),
                        new Description.Column("currency", TEXT, ""), new Description.Column("basis", TEXT, ""),
                        new Description.Column("cycles", COUNT, "cycles or purchases"),
                        new Description.Column("revenue", MONEY, "currency"),
                        new Description.Column("suggestedTotal", MONEY, "currency")),
                List.of(Parameters.OFFERING, Parameters.CURRENCY,
                        new Description.Parameter("basis", "only after-use, fixed or purchase")));
    }

    @Override
    public int rollupVersion() {
        return 1;
    }

    @Override
    public Class<None> stateType() {
        return None.class;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.CYCLE_PRICED, EventTypes.PURCHASE);
    }

    @Override
    public None initial() {
        return new None();
    }

    @Override
    public Step<None> fold(None state, Event event) {
        List<Increment> increments = Facts.money(event, "price")
                .flatMap(price -> increments(event, price))
                .orElseGet(() -> List.of(new Increment(Facts.day(event), List.of("", "", ""), UNREADABLE, 1)));
        return new Step<>(state, increments);
    }

    private static Optional<List<Increment>> increments(Event event, Money price) {
        if (event.type().equals(EventTypes.PURCHASE)) {
            return Optional.of(counted(event, price, PURCHASES, "purchase"));
        }
        String offering = Facts.textOr(event, "offering", "");
        return switch (Facts.textOr(event, "kind", "PRICE")) {
            case "MAKE_GOOD" -> Facts.money(event, "earlier")
                    .filter(earlier -> earlier.currency().equals(price.currency()))
                    .map(earlier -> List.of(increment(event, key(price, offering, "after-use"), REVENUE,
                            price.minor() - earlier.minor())));
            case "FIXED" -> Optional.of(counted(event, price, offering, "fixed"));
            default -> Optional.of(counted(event, price, offering, "after-use"));
        };
    }

    private static List<Increment> counted(Event event, Money price, String offering, String basis) {
        List<String> key = key(price, offering, basis);
        long suggested = Facts.money(event, "suggested").filter(money -> money.currency().equals(price.currency()))
                .map(Money::minor).orElse(0L);
        return Stream.of(increment(event, key, CYCLES, 1), increment(event, key, REVENUE, price.minor()),
                increment(event, key, SUGGESTED, suggested)).filter(increment -> increment.amount() != 0).toList();
    }

    private static List<String> key(Money price, String offering, String basis) {
        return List.of(offering, price.currency().getCurrencyCode(), basis);
    }

    private static Increment increment(Event event, List<String> key, String measure, long amount) {
        return new Increment(Facts.day(event), key, measure, amount);
    }

    @Override
    public Table read(Query query, Rollup rollup) {
        Map<Row, Map<String, Long>> rows = new LinkedHashMap<>();
        try (Stream<Rollup.Cell> cells = rollup.days(query.from(), query.to())) {
            cells.filter(cell -> cell.measure().equals(UNREADABLE) || admits(query, cell.key()))
                    .forEach(cell -> rows.computeIfAbsent(new Row(cell.day(), cell.key()), row -> new TreeMap<>())
                            .merge(cell.measure(), cell.amount(), Long::sum));
        }
        return new Table(rows.entrySet().stream().filter(row -> !row.getValue().containsKey(UNREADABLE))
                .map(row -> cells(row.getKey(), row.getValue())).toList(), notes(rows));
    }

    private static boolean admits(Query query, List<String> key) {
        return query.admits("offering", key.get(0)) && query.admits("currency", key.get(1))
                && query.admits("basis", key.get(2));
    }

    private static List<@Nullable Object> cells(Row row, Map<String, Long> sums) {
        String currency = row.key().get(1);
        List<@Nullable Object> cells = new ArrayList<>(List.of(row.day(), row.key().get(0), currency, row.key().get(2),
                sums.getOrDefault(CYCLES, 0L), Money.ofMinor(sums.getOrDefault(REVENUE, 0L), currency).amount()));
        Long suggested = sums.get(SUGGESTED);
        cells.add(suggested == null ? null : Money.ofMinor(suggested, currency).amount());
        return cells;
    }

    private static List<String> notes(Map<Row, Map<String, Long>> rows) {
        Map<String, Long> totals = new TreeMap<>();
        long unreadable = 0;
        for (Map.Entry<Row, Map<String, Long>> row : rows.entrySet()) {
            unreadable += row.getValue().getOrDefault(UNREADABLE, 0L);
            if (row.getValue().containsKey(REVENUE)) {
                totals.merge(row.getKey().key().get(1), row.getValue().get(REVENUE), Long::sum);
            }
        }
        List<String> notes = new ArrayList<>();
        notes.add("Days are UTC. Prices of nobody known are included. A make-good counts on its own day.");
        totals.forEach((currency, minor) -> notes.add("In all " + Money.ofMinor(minor, currency) + "."));
        if (unreadable > 0) {
            notes.add(unreadable + " events had no price that can be read and are left out.");
        }
        return notes;
    }
}
