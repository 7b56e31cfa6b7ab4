package org.parley.reporting.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/** The sums of a report's increments, for one seller. */
@ProviderType
public interface Rollup {

    /** All cells of days from {@code from} (included) to {@code to} (excluded), by day, then key, then measure. Close the stream. */
    Stream<Cell> days(LocalDate from, LocalDate to);

    /** The cells summed over the days before {@code to} (excluded), one per key and measure, in that order. Close the stream. */
    Stream<Total> totalsBefore(LocalDate to);

    /** The cells summed over the days from {@code from} (included) to {@code to} (excluded), one per key and measure. Close the stream. */
    Stream<Total> totals(LocalDate from, LocalDate to);

    /** The sum of one day's increments. */
    record Cell(LocalDate day, List<String> key, String measure, long amount) {}

    /** The sum of several days' increments. */
    record Total(List<String> key, String measure, long amount) {}
}
