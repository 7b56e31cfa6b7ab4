package org.parley.scoring.internal.scores;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.parley.capture.api.Event;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/**
 * Reads an event's data as far as it makes sense. What a client sent in a field is no reason for a score to fail: a
 * value of the wrong type counts as not given.
 */
final class Facts {

    /** A year: whoever reports more than this for one event measures something else. */
    private static final double MOST_SECONDS = 366 * 86_400.0;

    private Facts() {}

    /** Seconds, from 0 up to a year; anything else counts as 0. */
    static double seconds(Event event, String key) {
        double seconds = lenient(() -> event.data().decimal(key)).map(BigDecimal::doubleValue).orElse(0.0);
        return seconds >= 0 && seconds <= MOST_SECONDS ? seconds : 0;
    }

    static Optional<String> text(Event event, String key) {
        return lenient(() -> event.data().text(key));
    }

    /** An amount that is not negative. */
    static Optional<Money> money(Event event, String key) {
        return lenient(() -> event.data().money(key)).filter(amount -> !amount.isNegative());
    }

    static boolean hasNumber(Event event, String key) {
        return lenient(() -> event.data().decimal(key)).isPresent();
    }

    private static <T> Optional<T> lenient(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }
}
