package org.parley.pricing.api;

import java.util.List;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/**
 * How a cycle was answered.
 *
 * @param kind    who set the price, and when
 * @param amount  the price; not negative; zero when there was no answer
 * @param reasons at most three
 * @param worth   what the customer says it was worth to them, if they say it
 * @param earlier for {@link Kind#MAKE_GOOD}, the price that {@code amount} replaces
 */
public record PriceResponse(Kind kind, Money amount, List<ReasonClaim> reasons, Optional<Money> worth,
        Optional<Money> earlier) {

    /** How many reasons a customer can give. */
    public static final int MAX_REASONS = 3;

    /** Who set the price, and when. */
    public enum Kind {
        /** The customer, when asked. */
        PRICE,
        /** The customer, raising an earlier price; the amount is the new whole price. */
        MAKE_GOOD,
        /** Nobody was asked: the suggestion was binding. */
        FIXED,
        /** The customer did not answer in time; this is no price of zero. */
        SILENT
    }

    public PriceResponse {
        reasons = List.copyOf(reasons);
        if (amount.isNegative()) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "amount", "a price cannot be negative; this is " + amount);
        }
        if (reasons.size() > MAX_REASONS) {
            throw new InvalidInput(ErrorCode.INVALID_REASON, "reasons",
                    "a price takes at most " + MAX_REASONS + " reasons, not " + reasons.size());
        }
    }

    /** An answer that replaces no earlier one. */
    public PriceResponse(Kind kind, Money amount, List<ReasonClaim> reasons, Optional<Money> worth) {
        this(kind, amount, reasons, worth, Optional.empty());
    }

    /** The customer raises an earlier price; the reasons are those of the earlier answer. */
    public static PriceResponse makeGood(Money earlier, Money amount, List<ReasonClaim> reasons) {
        return new PriceResponse(Kind.MAKE_GOOD, amount, reasons, Optional.empty(), Optional.of(earlier));
    }

    public static PriceResponse price(Money amount, ReasonClaim... reasons) {
        return new PriceResponse(Kind.PRICE, amount, List.of(reasons), Optional.empty());
    }

    /** No answer came in time. */
    public static PriceResponse silent(Money zero) {
        return new PriceResponse(Kind.SILENT, zero, List.of(), Optional.empty());
    }
}
