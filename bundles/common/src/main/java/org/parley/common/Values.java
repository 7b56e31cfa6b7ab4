package org.parley.common;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object: an event's data, a policy's parameters, a strategy's own state. Its values are strings,
 * {@link Boolean}s, {@link BigDecimal}s, {@code Values}, {@link List}s of these, or null for a JSON null. It may be
 * read late: an event whose data nobody looks at is never parsed. The getters name the offending key when a value is
 * of another type; an absent key and a null are both "not there".
 */
public final class Values {

    private static final Values EMPTY = new Values(Map::of);

    private final Supplier<? extends Map<String, ?>> source;
    private volatile @Nullable Map<String, ?> entries;

    private Values(Supplier<? extends Map<String, ?>> source) {
        this.source = source;
    }

    public static Values empty() {
        return EMPTY;
    }

    /**
     * The entries of a map. Other numbers become {@link BigDecimal}s and nested maps become {@code Values}.
     *
     * @throws IllegalArgumentException if a value is of none of the types named above
     */
    public static Values of(Map<String, ?> entries) {
        Values values = new Values(Map::of);
        values.entries = immutable(entries);
        return values;
    }

    /** The entries that {@code source} gives when they are first looked at; it must always give the same. */
    public static Values lazy(Supplier<? extends Map<String, ?>> source) {
        return new Values(source);
    }

    /** All entries, in their original order. */
    public Map<String, ?> asMap() {
        Map<String, ?> known = entries;
        if (known == null) {
            known = immutable(source.get());
            entries = known;
        }
        return known;
    }

    public boolean has(String key) {
        return asMap().get(key) != null;
    }

    public Optional<String> text(String key) {
        return get(key, String.class, "a string");
    }

    public Optional<BigDecimal> decimal(String key) {
        return get(key, BigDecimal.class, "a number");
    }

    public Optional<Boolean> flag(String key) {
        return get(key, Boolean.class, "true or false");
    }

    public Optional<Values> object(String key) {
        return get(key, Values.class, "an object");
    }

    /** The list at this key, or an empty one. */
    public List<?> list(String key) {
        return get(key, List.class, "a list").<List<?>>map(list -> list).orElse(List.of());
    }

    public double number(String key, double otherwise) {
        return decimal(key).map(BigDecimal::doubleValue).orElse(otherwise);
    }

    /** A whole number within the range of {@code long}. */
    public Optional<Long> whole(String key) {
        return decimal(key).map(value -> {
            try {
                return value.longValueExact();
            } catch (ArithmeticException e) {
                throw wrongType(key, "a whole number", value);
            }
        });
    }

    /** An RFC 3339 instant. */
    public Optional<Instant> instant(String key) {
        return text(key).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw wrongType(key, "a time such as 2026-01-31T12:00:00Z", value);
            }
        });
    }

    /** An ISO 8601 duration such as {@code P7D}. */
    public Optional<Duration> duration(String key) {
        return text(key).map(value -> {
            try {
                return Duration.parse(value);
            } catch (DateTimeParseException e) {
                throw wrongType(key, "a duration such as P7D or PT12H", value);
            }
        });
    }

    /** Money as {@code {"amount":"12.50","currency":"EUR"}}. */
    public Optional<Money> money(String key) {
        return object(key).map(value -> {
            try {
                return Money.parse(
                        value.text("amount").orElseThrow(() -> value.missing("amount")),
                        value.text("currency").orElseThrow(() -> value.missing("currency")));
            } catch (InvalidInput e) {
                throw e.under(key);
            }
        });
    }

    /** The failure to raise for a key that must be there and is not. */
    public InvalidInput missing(String key) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, key, "'" + key + "' is missing");
    }

    /** A copy with one entry set, or removed if {@code value} is null. */
    public Values with(String key, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(asMap());
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return of(changed);
    }

    /** The value of a {@link Money} as it stands in {@code Values}. */
    public static Values ofMoney(Money money) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("amount", money.amount().toPlainString());
        entries.put("currency", money.currency().getCurrencyCode());
        return of(entries);
    }

    private <T> Optional<T> get(String key, Class<T> type, String wanted) {
        Object value = asMap().get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrongType(key, wanted, value);
        }
        return Optional.of(type.cast(value));
    }

    private static InvalidInput wrongType(String key, String wanted, Object value) {
        String shown = String.valueOf(value);
        shown = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
        return new InvalidInput(ErrorCode.INVALID_INPUT, key, "'" + key + "' must be " + wanted + ", not " + shown);
    }

    private static Map<String, ?> immutable(Map<String, ?> entries) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(entries.size() * 2);
        entries.forEach((key, value) -> copy.put(Objects.requireNonNull(key), immutableValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object immutableValue(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof BigDecimal
                || value instanceof Values) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> nested = new LinkedHashMap<>();
            map.forEach((key, inner) -> nested.put((String) key, inner));
            return of(nested);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(inner -> copy.add(immutableValue(inner)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("no JSON value: " + value.getClass().getSimpleName());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values values && asMap().equals(values.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
