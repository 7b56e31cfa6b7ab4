package org.parley.cli.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.rows.Row;
import org.parley.common.Money;

/**
 * What others paid before: the median price of all earlier rows of the same group, never of the row itself. It counts
 * every row that the mapping made a cycle of, so that it depends on the file alone and comes out the same when an
 * import is resumed.
 */
final class RunningReference implements Reference {

    private static final int DEFAULT_MINIMUM = 1;

    private final int[] by;
    private final int minimumSample;
    private final Map<Group, RunningMedian> medians = new HashMap<>();

    private RunningReference(int[] by, int minimumSample) {
        this.by = by;
        this.minimumSample = minimumSample;
    }

    static RunningReference read(Located spec, Names names) {
        spec.only("statistic", "of", "by", "minimumSample");
        spec.need("statistic").textOf(Set.of("median"));
        spec.get("of").ifPresent(of -> of.textOf(Set.of("price")));
        int[] by = spec.get("by").map(Located::list).orElse(List.of()).stream().mapToInt(names::column).toArray();
        int minimum = spec.whole("minimumSample", DEFAULT_MINIMUM);
        if (minimum < 1) {
            throw spec.need("minimumSample").error("must be at least 1");
        }
        return new RunningReference(by, minimum);
    }

    @Override
    public Optional<Money> of(Row row, Money price) {
        RunningMedian median = medians.computeIfAbsent(group(row, price), key -> new RunningMedian());
        Optional<Money> soFar = median.size() < minimumSample ? Optional.empty()
                : Optional.of(new Money(median.median().getAsLong(), price.currency()));
        median.add(price.minor());
        return soFar;
    }

    /** Amounts in different currencies are never mixed, whatever the mapping groups by. */
    private Group group(Row row, Money price) {
        String[] values = new String[by.length];
        for (int i = 0; i < by.length; i++) {
            values[i] = row.value(by[i]);
        }
        return new Group(List.of(values), price.currency().getCurrencyCode());
    }

    private record Group(List<String> values, String currency) {}
}
