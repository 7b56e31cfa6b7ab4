package org.parley.reporting.internal.reports;

import static org.parley.reporting.api.Description.CellType.COUNT;
import static org.parley.reporting.api.Description.CellType.RATIO;
import static org.parley.reporting.api.Description.CellType.TEXT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Rollup;
import org.parley.reporting.api.Table;

/**
 * Who stays: customers grouped by the month of their first priced cycle (or purchase), and how many of each group were
 * active, that is had a cycle priced (or purchased), in each month since. Months are UTC. Events may arrive in any order:
 * an event from before what was taken for the first moves the customer to its right cohort. Events about nobody known
 * belong to no cohort; a make-good is no activity of its own.
 */
@Component
public final class CohortRetention implements Report<CohortRetention.State> {

    private static final String CUSTOMERS = "customers";
    private static final String PRICE = "price";
    private static final String PURCHASE = "purchase";

    /**
     * The months in which a customer was active, in order, counted from January of the year 0.
     *
     * @param priced with a priced cycle
     * @param bought with a purchase
     */
    public record State(List<Integer> priced, List<Integer> bought) {

        public State {
            priced = List.copyOf(priced);
            bought = List.copyOf(bought);
        }
    }

    @Override
    public Description describe() {
        return new Description("cohort-retention", "Cohort retention",
                "Of the customers who came first in a month, how many were active in each month since.",
                List.of(new Description.Column("cohort", TEXT, ""), new Description.Column("size", COUNT, "customers"),
                        new Description.Column("monthOffset", COUNT, "months"),
                        new Description.Column("activeCustomers", COUNT, "customers"),
                        new Description.Column("share", RATIO, "ratio")),
                List.of(new Description.Parameter("basis", "what counts as activity: price or purchase; price if not given")));
    }

    @Override
    public int rollupVersion() {
        return 1;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.CYCLE_PRICED, EventTypes.PURCHASE);
    }

    @Override
    public State initial() {
        return new State(List.of(), List.of());
    }

    @Override
    public Step<State> fold(State state, Event event) {
        if (event.customer().isEmpty() || Facts.textOr(event, "kind", "").equals("MAKE_GOOD")) {
            return new Step<>(state, List.of());
        }
        boolean purchase = event.type().equals(EventTypes.PURCHASE);
        List<Integer> before = purchase ? state.bought() : state.priced();
        int month = index(YearMonth.from(Facts.day(event)));
        if (before.contains(month)) {
            return new Step<>(state, List.of());
        }
        List<Integer> after = Stream.concat(before.stream(), Stream.of(month)).sorted().toList();
        State next = purchase ? new State(state.priced(), after) : new State(after, state.bought());
        return new Step<>(next, increments(purchase ? PURCHASE : PRICE, before, after, month));
    }

    private static List<Increment> increments(String basis, List<Integer> before, List<Integer> after, int month) {
        int cohort = after.get(0);
        if (before.isEmpty() || before.get(0) == cohort) {
            return List.of(increment(basis, cohort, month, 1));
        }
        List<Increment> moved = new ArrayList<>();
        before.forEach(active -> moved.add(increment(basis, before.get(0), active, -1)));
        after.forEach(active -> moved.add(increment(basis, cohort, active, 1)));
        return moved;
    }

    private static Increment increment(String basis, int cohort, int active, long amount) {
        return new Increment(month(cohort).atDay(1), List.of(basis, month(active).toString()), CUSTOMERS, amount);
    }

    private static int index(YearMonth month) {
        return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    private static YearMonth month(int index) {
        return YearMonth.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
    }

    @Override
    public Table read(Query query, Rollup rollup) {
        String basis = Parameters.oneOf(query, "basis", List.of(PRICE, PURCHASE));
        Map<YearMonth, Map<YearMonth, Long>> cohorts = new TreeMap<>();
        try (Stream<Rollup.Cell> cells = rollup.days(query.from().withDayOfMonth(1), query.to())) {
            cells.filter(cell -> cell.key().get(0).equals(basis)).forEach(cell -> cohorts
                    .computeIfAbsent(YearMonth.from(cell.day()), cohort -> new TreeMap<>())
                    .merge(YearMonth.parse(cell.key().get(1)), cell.amount(), Long::sum));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        cohorts.forEach((cohort, active) -> addRows(rows, cohort, active, query.to()));
        return new Table(rows, List.of("A cohort is the month of a customer's first "
                + (basis.equals(PRICE) ? "priced cycle" : "purchase") + ". from and to choose cohorts by their month, and to"
                + " ends the months that are looked at; the last month may not be over.",
                "Customers nobody knows are in no cohort."));
    }

    private static void addRows(List<List<@Nullable Object>> rows, YearMonth cohort, Map<YearMonth, Long> active,
            LocalDate to) {
        long size = active.getOrDefault(cohort, 0L);
        YearMonth last = YearMonth.from(to.minusDays(1));
        for (YearMonth month = cohort; size > 0 && !month.isAfter(last); month = month.plusMonths(1)) {
            long customers = active.getOrDefault(month, 0L);
            rows.add(List.of(cohort.toString(), size, ChronoUnit.MONTHS.between(cohort, month), customers,
                    customers / (double) size));
        }
    }
}
