package org.parley.reporting.api.testing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Rollup;

/** A rollup in memory, to test a report with. */
public final class MemoryRollup implements Rollup {

    private record Id(LocalDate day, List<String> key, String measure) {}

    private record Sum(List<String> key, String measure) {}

    /** Keys are compared part by part; a joined text with a separator below all characters sorts the same. */
    private static String joined(List<String> key) {
        return String.join("\u001f", key);
    }

    private final Map<Id, Long> cells = new HashMap<>();

    public void add(List<Increment> increments) {
        increments.forEach(i -> cells.merge(new Id(i.day(), i.key(), i.measure()), i.amount(), Long::sum));
    }

    @Override
    public Stream<Cell> days(LocalDate from, LocalDate to) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getKey().day().isBefore(from) && cell.getKey().day().isBefore(to))
                .map(cell -> new Cell(cell.getKey().day(), cell.getKey().key(), cell.getKey().measure(), cell.getValue()))
                .sorted(Comparator.comparing(Cell::day).thenComparing(cell -> joined(cell.key()))
                        .thenComparing(Cell::measure));
    }

    @Override
    public Stream<Total> totalsBefore(LocalDate to) {
        return totals(day -> day.isBefore(to));
    }

    @Override
    public Stream<Total> totals(LocalDate from, LocalDate to) {
        return totals(day -> !day.isBefore(from) && day.isBefore(to));
    }

    private Stream<Total> totals(Predicate<LocalDate> days) {
        Map<Sum, Long> sums = new HashMap<>();
        cells.forEach((id, amount) -> {
            if (days.test(id.day())) {
                sums.merge(new Sum(id.key(), id.measure()), amount, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .map(sum -> new Total(sum.getKey().key(), sum.getKey().measure(), sum.getValue()))
                .sorted(Comparator.comparing((Total total) -> joined(total.key())).thenComparing(Total::measure));
    }
}
