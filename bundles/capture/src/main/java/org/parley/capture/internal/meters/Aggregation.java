package org.parley.capture.internal.meters;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** How the values of many events become one figure. */
public enum Aggregation {
    /** The sum of the values, exactly. */
    SUM,
    /** How many events there were. */
    COUNT,
    /** The largest value. */
    MAX,
    /** How many different values there were, exactly. */
    UNIQUE,
    /** The value of the event that happened last; of several at one time, the one that came in last. */
    LATEST;

    /** What no events come to. */
    public Aggregate zero() {
        return switch (this) {
            case SUM -> new Aggregate.Sum(BigDecimal.ZERO);
            case COUNT -> new Aggregate.Count(0);
            case MAX -> new Aggregate.Max(Optional.empty());
            case UNIQUE -> new Aggregate.Unique(Set.of());
            case LATEST -> new Aggregate.Latest(Optional.empty());
        };
    }

    /** What a single event comes to. */
    public Aggregate of(Value value, Instant time, long position) {
        return switch (this) {
            case SUM -> new Aggregate.Sum(value.number());
            case COUNT -> new Aggregate.Count(1);
            case MAX -> new Aggregate.Max(Optional.of(value.number()));
            case UNIQUE -> new Aggregate.Unique(Set.of(value.member()));
            case LATEST -> new Aggregate.Latest(Optional.of(new Aggregate.Point(time, position, value.number())));
        };
    }

    /** What the events of all parts come to. */
    public Aggregate merge(Collection<Aggregate> parts) {
        if (this == UNIQUE) {
            // Set by set, each merge would copy what the ones before have copied.
            return new Aggregate.Unique(parts.stream().flatMap(part -> ((Aggregate.Unique) part).members().stream())
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return parts.stream().reduce(zero(), Aggregate::merge);
    }

    /** Whether an event must have a value at all. */
    public boolean needsValue() {
        return this != COUNT;
    }

    /** Whether that value must be a number. */
    public boolean needsNumber() {
        return needsValue() && this != UNIQUE;
    }

    /** As it stands in requests and answers, such as {@code sum}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Aggregation parse(String label) {
        List<String> known = Arrays.stream(values()).map(Aggregation::label).toList();
        int index = known.indexOf(label);
        if (index < 0) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "aggregation",
                    "'aggregation' is one of " + String.join(", ", known));
        }
        return values()[index];
    }
}
