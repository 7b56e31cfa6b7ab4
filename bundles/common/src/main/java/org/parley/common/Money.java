package org.parley.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money: a whole number of the currency's minor units (cents, for EUR), never a floating-point number.
 * The sign is not restricted here: a difference of two prices is money too. Arithmetic that would overflow a
 * {@code long} or mix currencies fails instead of giving a wrong amount.
 *
 * @param minor    the amount in minor units
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final int MAX_INTEGER_DIGITS = 20;

    public Money {
        requireMinorUnit(currency);
    }

    /** {@code minor} minor units of the currency with this ISO 4217 code. */
    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, currency(currencyCode));
    }

    /**
     * Reads a decimal amount such as {@code 12.50}.
     *
     * @throws InvalidInput if the text is no plain decimal number, has more decimals than the currency, or is too large
     */
    public static Money parse(String amount, String currencyCode) {
        return of(decimal(amount), currency(currencyCode));
    }

    /**
     * The amount exactly, in this currency.
     *
     * @throws InvalidInput if the amount has more decimals than the currency, or is too large
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int decimals = requireMinorUnit(currency);
        try {
            return new Money(amount.movePointRight(decimals).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw notRepresentable(amount, currency);
        }
    }

    /** The amount in this currency, rounded half-even to its minor unit: for results of arithmetic, not for input. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        int decimals = requireMinorUnit(currency);
        if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw notRepresentable(amount, currency);
        }
        return of(amount.setScale(decimals, RoundingMode.HALF_EVEN), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The currency with this ISO 4217 code.
     *
     * @throws InvalidInput if there is none
     */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, "currency",
                    "'" + code + "' is no ISO 4217 currency code; use one such as EUR or USD");
        }
    }

    private static int requireMinorUnit(Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, "currency",
                    currency + " has no minor unit, so no amount can be kept in it; use a currency money is paid in");
        }
        return decimals;
    }

    // The amount is shown as it is: written out in full, 1e999999999 would fill the memory.
    private static InvalidInput notRepresentable(BigDecimal amount, Currency currency) {
        return new InvalidInput(ErrorCode.INVALID_AMOUNT, "amount", amount + " is no amount in " + currency
                + ": at most " + currency.getDefaultFractionDigits() + " decimals, below 9.2e18 minor units");
    }

    private static BigDecimal decimal(String amount) {
        if (amount.length() > 40 || amount.indexOf('e') >= 0 || amount.indexOf('E') >= 0) {
            throw notDecimal(amount);
        }
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw notDecimal(amount);
        }
    }

    private static InvalidInput notDecimal(String amount) {
        String shown = amount.length() > 40 ? amount.substring(0, 40) + "…" : amount;
        return new InvalidInput(ErrorCode.INVALID_AMOUNT, "amount",
                "'" + shown + "' is no decimal amount; write it like 12.50");
    }

    /** The amount as a decimal with the currency's own number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /** This amount times a factor, rounded half-even to the minor unit. */
    public Money times(BigDecimal factor) {
        return rounded(amount().multiply(factor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, "currency",
                    "an amount in " + other.currency + " cannot be combined with one in " + currency);
        }
        return other;
    }

    /** Such as {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }
}
