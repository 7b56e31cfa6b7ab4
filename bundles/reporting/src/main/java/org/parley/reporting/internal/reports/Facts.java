package org.parley.reporting.internal.reports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.parley.capture.api.Event;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/** Reads an event's data as far as it makes sense: one odd event must not stop a report. */
final class Facts {

    /** Ten billion units of a currency with cents: more is taken for an error, and could make sums overflow. */
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private Facts() {}

    static LocalDate day(Event event) {
        return LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    }

    static Optional<String> text(Event event, String key) {
        return lenient(() -> event.data().text(key));
    }

    static String textOr(Event event, String key, String otherwise) {
        return text(event, key).orElse(otherwise);
    }

    /** An amount from zero up to what can be believed. */
    static Optional<Money> money(Event event, String key) {
        return lenient(() -> event.data().money(key))
                .filter(amount -> amount.minor() >= 0 && amount.minor() <= MOST_MINOR);
    }

    /** A number from 0 to 1. */
    static OptionalDouble share(Event event, String key) {
        return lenient(() -> event.data().decimal(key)).stream().mapToDouble(Number::doubleValue)
                .filter(share -> share >= 0 && share <= 1).findFirst();
    }

    private static <T> Optional<T> lenient(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }
}
