package org.parley.pricing.internal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;
import org.parley.common.Money;
import org.parley.common.Values;

/** Reads input objects whose money may be written as an object, as a text or as a number. */
public final class Fields {

    /** What no single amount may exceed, so that sums of many stay exact. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    private static final int MAX_DIGITS = 40;

    private Fields() {}

    /** Refuses what is not known, since a misspelt field would otherwise seem to have been taken. */
    public static void requireKnown(Values input, Set<String> known) {
        List<FieldError> unknown = input.asMap().keySet().stream().filter(key -> !known.contains(key))
                .map(key -> new FieldError(key, ErrorCode.INVALID_INPUT, "there is no field '" + key + "' here")).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "there is no field '" + unknown.get(0).field()
                    + "' here; known are " + String.join(", ", known.stream().sorted().toList()), unknown);
        }
    }

    /** Money as {@code {"amount":"1.50","currency":"EUR"}}, or an amount alone as a text or a number. */
    public static Optional<Money> money(Values input, String key, Currency currency) {
        Object value = input.asMap().get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(limited(key, value instanceof Values object ? whole(object, key)
                    : value instanceof String text ? Money.parse(text, currency.getCurrencyCode())
                    : Money.of(number(input, key), currency), currency));
        } catch (InvalidInput e) {
            throw e.errors().get(0).field().startsWith(key) ? e : e.under(key);
        }
    }

    /** A plain decimal of no more than 40 digits, as a number or a text. */
    public static BigDecimal number(Values input, String key) {
        BigDecimal value = input.asMap().get(key) instanceof String text ? parse(key, text)
                : input.decimal(key).orElseThrow(() -> input.missing(key));
        if (value.precision() > MAX_DIGITS || Math.abs(value.scale()) > MAX_DIGITS) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, key, "'" + key + "' has more than " + MAX_DIGITS + " digits");
        }
        return value;
    }

    /** All numbers of an object, by key. */
    public static Map<String, BigDecimal> numbers(Values input) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        input.asMap().keySet().forEach(key -> numbers.put(key, number(input, key)));
        return numbers;
    }

    static Money limited(String key, Money money, Currency currency) {
        if (!money.currency().equals(currency)) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, key + ".currency",
                    "the offering's prices are in " + currency + ", this is in " + money.currency());
        }
        if (money.isNegative()) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, key, "'" + key + "' cannot be negative; this is " + money);
        }
        if (money.minor() > MAX_MINOR) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, key, "'" + key + "' is larger than any price can be");
        }
        return money;
    }

    private static Money whole(Values object, String key) {
        requireKnown(object, Set.of("amount", "currency"));
        String code = object.text("currency").orElseThrow(() -> object.missing("currency"));
        return object.asMap().get("amount") instanceof String text ? Money.parse(text, code)
                : Money.of(number(object, "amount"), Money.currency(code));
    }

    private static BigDecimal parse(String key, String text) {
        try {
            return new BigDecimal(text.length() > MAX_DIGITS ? "?" : text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, key, "'" + key + "' is no decimal number");
        }
    }
}
