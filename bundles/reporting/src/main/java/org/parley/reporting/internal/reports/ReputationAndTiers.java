package org.parley.reporting.internal.reports;

import static org.parley.reporting.api.Description.CellType.COUNT;
import static org.parley.reporting.api.Description.CellType.DATE;
import static org.parley.reporting.api.Description.CellType.RATIO;
import static org.parley.reporting.api.Description.CellType.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * Where relationships stand over time: how many are in each state and tier at the end of each period, and the mean
 * reputation of those that were priced in it, by the state and tier they came to. Counts are summed from the changes
 * that the pricing facts tell, each of which says where the relationship was before.
 */
@Component
public final class ReputationAndTiers implements Report<Report.None> {

    private static final String RELATIONSHIPS = "relationships";
    private static final String REPUTATION = "reputationMillionths";
    private static final String PRICED = "pricedCycles";
    private static final double MILLION = 1e6;

    /** The counts of one state and tier. */
    private static final class Place {
        private long relationships;
        private long priced;
        private long reputation;

        void add(String measure, long amount) {
            switch (measure) {
                case RELATIONSHIPS -> relationships += amount;
                case PRICED -> priced += amount;
                default -> reputation += amount;
            }
        }

        void nextPeriod() {
            priced = 0;
            reputation = 0;
        }
    }

    @Override
    public Description describe() {
        return new Description("reputation-and-tiers", "Reputation and tiers",
                "How many relationships are in each state and tier at the end of each period, and the mean reputation of"
                        + " those priced in it.",
                List.of(new Description.Column("period", DATE, ""), new Description.Column("state", TEXT, ""),
                        new Description.Column("tier", TEXT, ""),
                        new Description.Column("relationships", COUNT, "relationships"),
                        new Description.Column("pricedCycles", COUNT, "cycles"),
                        new Description.Column("meanReputation", RATIO, "0 to 1")),
                List.of(Parameters.OFFERING, Period.PARAMETER));
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
        return Set.of(EventTypes.RELATIONSHIP_STARTED, EventTypes.RELATIONSHIP_CHANGED, EventTypes.CYCLE_PRICED);
    }

    @Override
    public None initial() {
        return new None();
    }

    @Override
    public Step<None> fold(None state, Event event) {
        Optional<List<String>> after = place(event, "");
        if (after.isEmpty() || Facts.text(event, "relationship").isEmpty()) {
            return new Step<>(state, List.of());
        }
        List<Increment> increments = new ArrayList<>();
        if (event.type().equals(EventTypes.RELATIONSHIP_STARTED)) {
            increments.add(increment(event, after.get(), RELATIONSHIPS, 1));
        } else {
            place(event, "Before").filter(before -> !before.equals(after.get())).ifPresent(before -> {
                increments.add(increment(event, before, RELATIONSHIPS, -1));
                increments.add(increment(event, after.get(), RELATIONSHIPS, 1));
            });
        }
        OptionalDouble reputation = Facts.share(event, "reputation");
        if (event.type().equals(EventTypes.CYCLE_PRICED) && reputation.isPresent()) {
            increments.add(increment(event, after.get(), PRICED, 1));
            increments.add(increment(event, after.get(), REPUTATION, Math.round(reputation.getAsDouble() * MILLION)));
        }
        return new Step<>(state, increments);
    }

    private static Optional<List<String>> place(Event event, String suffix) {
        return Facts.text(event, "state" + suffix).flatMap(state -> Facts.text(event, "tier" + suffix)
                .map(tier -> List.of(Facts.textOr(event, "offering", ""), state, tier)));
    }

    private static Increment increment(Event event, List<String> key, String measure, long amount) {
        return new Increment(Facts.day(event), key, measure, amount);
    }

    @Override
    public Table read(Query query, Rollup rollup) {
        Period period = Period.of(query);
        Map<String, Place> places = new TreeMap<>();
        try (Stream<Rollup.Total> opening = rollup.totalsBefore(query.from())) {
            opening.filter(total -> query.admits("offering", total.key().get(0)) && total.measure().equals(RELATIONSHIPS))
                    .forEach(total -> add(places, total.key(), total.measure(), total.amount()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Stream<Rollup.Cell> cells = rollup.days(query.from(), query.to())) {
            LocalDate[] current = {LocalDate.MIN};
            cells.filter(cell -> query.admits("offering", cell.key().get(0))).forEach(cell -> {
                LocalDate first = period.first(cell.day());
                if (!first.equals(current[0])) {
                    endPeriod(current[0], places, rows);
                    current[0] = first;
                }
                add(places, cell.key(), cell.measure(), cell.amount());
            });
            endPeriod(current[0], places, rows);
        }
        return new Table(rows, List.of("relationships is the number at the period's end; pricedCycles and meanReputation"
                + " are of the period.", "A period in which nothing changed and nothing was priced is left out: the figures"
                + " of the one before still hold."));
    }

    private static void add(Map<String, Place> places, List<String> key, String measure, long amount) {
        places.computeIfAbsent(key.get(1) + '\n' + key.get(2), place -> new Place()).add(measure, amount);
    }

    private static void endPeriod(LocalDate first, Map<String, Place> places, List<List<@Nullable Object>> rows) {
        if (first.equals(LocalDate.MIN)) {
            return;
        }
        places.forEach((name, place) -> {
            if (place.relationships != 0 || place.priced != 0) {
                String[] parts = name.split("\n", -1);
                @Nullable Double mean = place.priced == 0 ? null : place.reputation / MILLION / place.priced;
                rows.add(Arrays.asList(first, parts[0], parts[1], place.relationships, place.priced, mean));
            }
            place.nextPeriod();
        });
    }
}
