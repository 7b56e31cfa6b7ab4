package org.parley.reporting.internal.reports;

import static org.parley.reporting.api.Description.CellType.COUNT;
import static org.parley.reporting.api.Description.CellType.RATIO;
import static org.parley.reporting.api.Description.CellType.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
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
 * How the prices that customers set lie against what was suggested: the distribution of P / SP over the cycles with a
 * suggestion above zero. Beside the mean of the ratios it gives the ratio of the sums, which is what a seller earns of
 * what was suggested; the two differ when large and small cycles are priced differently.
 */
@Component
public final class PriceDistribution implements Report<Report.None> {

    private static final String COUNTED = "cycles";
    private static final String RATIO_MILLIONTHS = "ratioMillionths";
    private static final String PAID = "paidMinor";
    private static final String SUGGESTED = "suggestedMinor";
    private static final double MILLION = 1e6;
    /** More is told as this; a sum of such ratios cannot leave the range of a long. */
    private static final double MOST_RATIO = 1e6;

    /** What is known of one offering and currency. */
    private static final class Group {
        private final RatioHistogram histogram = new RatioHistogram();
        private final Map<String, Long> sums = new TreeMap<>();

        double sum(String measure) {
            return sums.getOrDefault(measure, 0L);
        }
    }

    @Override
    public Description describe() {
        return new Description("price-distribution", "Price against suggestion",
                "How the prices that customers set lie against what was suggested: a summary row, then the histogram.",
                List.of(new Description.Column("offering", TEXT, ""), new Description.Column("currency", TEXT, ""),
                        new Description.Column("row", TEXT, ""), new Description.Column("ratioFrom", RATIO, "P/SP"),
                        new Description.Column("ratioTo", RATIO, "P/SP"), new Description.Column("cycles", COUNT, "cycles"),
                        new Description.Column("share", RATIO, "ratio"), new Description.Column("zeroShare", RATIO, "ratio"),
                        new Description.Column("q1", RATIO, "P/SP"), new Description.Column("median", RATIO, "P/SP"),
                        new Description.Column("q3", RATIO, "P/SP"), new Description.Column("mean", RATIO, "P/SP"),
                        new Description.Column("ratioOfSums", RATIO, "ΣP/ΣSP")),
                List.of(Parameters.OFFERING, Parameters.CURRENCY, new Description.Parameter("binWidth",
                        "how wide the histogram's bars are up to a ratio of 5: 0.01 to 1, 0.1 if not given")));
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
        return Set.of(EventTypes.CYCLE_PRICED);
    }

    @Override
    public None initial() {
        return new None();
    }

    @Override
    public Step<None> fold(None state, Event event) {
        Optional<Money> price = Facts.money(event, "price");
        Optional<Money> suggested = Facts.money(event, "suggested").filter(money -> !money.isZero());
        boolean counts = Facts.textOr(event, "kind", "").equals("PRICE") && price.isPresent() && suggested.isPresent()
                && price.get().currency().equals(suggested.get().currency());
        return new Step<>(state, counts ? increments(event, price.get(), suggested.get()) : List.of());
    }

    private static List<Increment> increments(Event event, Money price, Money suggested) {
        String offering = Facts.textOr(event, "offering", "");
        String currency = price.currency().getCurrencyCode();
        double ratio = Math.min(MOST_RATIO, (double) price.minor() / suggested.minor());
        String bin = Integer.toString(RatioBins.of(ratio));
        List<String> sums = List.of(offering, currency, "");
        return List.of(new Increment(Facts.day(event), List.of(offering, currency, bin), COUNTED, 1),
                new Increment(Facts.day(event), sums, RATIO_MILLIONTHS, Math.round(ratio * MILLION)),
                new Increment(Facts.day(event), sums, PAID, price.minor()),
                new Increment(Facts.day(event), sums, SUGGESTED, suggested.minor()));
    }

    @Override
    public Table read(Query query, Rollup rollup) {
        double width = Parameters.number(query, "binWidth", 0.1, 0.01, 1);
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        try (Stream<Rollup.Total> totals = rollup.totals(query.from(), query.to())) {
            totals.filter(total -> query.admits("offering", total.key().get(0))
                    && query.admits("currency", total.key().get(1)))
                    .forEach(total -> add(groups.computeIfAbsent(total.key().subList(0, 2), key -> new Group()), total));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (group.histogram.total() > 0) {
                rows.add(summary(key, group));
                group.histogram.bars(width).forEach(bar -> rows.add(bar(key, group, bar)));
            }
        });
        return new Table(rows, List.of(
                "Only prices that customers set, with a suggestion above zero; make-goods and fixed prices are left out.",
                "Quartiles are exact to 0.005 up to a ratio of 5 and to 1 % above. The bar from 0 to 0 holds exact zeros.",
                "mean is the mean of each cycle's ratio, ratioOfSums all that was paid over all that was suggested."));
    }

    private static void add(Group group, Rollup.Total total) {
        String bin = total.key().get(2);
        if (bin.isEmpty()) {
            group.sums.merge(total.measure(), total.amount(), Long::sum);
        } else {
            group.histogram.add(Integer.parseInt(bin), total.amount());
        }
    }

    private static List<@Nullable Object> summary(List<String> key, Group group) {
        RatioHistogram histogram = group.histogram;
        return Arrays.asList(key.get(0), key.get(1), "summary", null, null, histogram.total(), 1.0,
                histogram.zeroShare(), histogram.quantile(0.25), histogram.quantile(0.5), histogram.quantile(0.75),
                group.sum(RATIO_MILLIONTHS) / MILLION / histogram.total(), group.sum(PAID) / group.sum(SUGGESTED));
    }

    private static List<@Nullable Object> bar(List<String> key, Group group, RatioHistogram.Bar bar) {
        return Arrays.asList(key.get(0), key.get(1), "bin", bar.from(), bar.to(), bar.count(),
                bar.count() / (double) group.histogram.total(), null, null, null, null, null, null);
    }
}
