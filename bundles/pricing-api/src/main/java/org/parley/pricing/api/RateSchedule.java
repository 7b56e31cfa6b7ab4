package org.parley.pricing.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.Explanation;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/**
 * The published schedule that suggested prices follow: an amount per cycle, and a rate per used unit. A cycle may come
 * with a reference price of its own (what the item was listed at, or what others paid); it then takes the schedule's
 * place.
 *
 * @param flat  per cycle; not negative
 * @param rates in the currency's major unit per used unit, by unit; not negative
 */
public record RateSchedule(Money flat, Map<String, BigDecimal> rates) {

    public RateSchedule {
        rates = Map.copyOf(rates);
        if (flat.isNegative()) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "flat", "the flat amount " + flat + " is negative");
        }
        rates.forEach((unit, rate) -> {
            if (rate.signum() < 0) {
                throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "rates." + unit,
                        "the rate " + rate.toPlainString() + " is negative");
            }
        });
    }

    /** The schedule's price for this usage, line by line; each line is rounded half-even to the minor unit. */
    public Priced price(List<UsageLine> usage, Optional<Money> reference) {
        if (reference.isPresent()) {
            Money amount = reference.get();
            return new Priced(amount, Explanation.of(
                    new Explanation.Line("REFERENCE", "reference price of this item", amount.amount())));
        }
        List<Explanation.Line> lines = new ArrayList<>();
        if (!flat.isZero()) {
            lines.add(new Explanation.Line("FLAT", "per cycle", flat.amount()));
        }
        for (UsageLine used : usage) {
            lines.add(line(used));
        }
        Explanation explanation = new Explanation(lines);
        return new Priced(Money.of(explanation.total(), flat.currency()), explanation);
    }

    private Explanation.Line line(UsageLine used) {
        BigDecimal rate = rates.get(used.unit());
        String quantity = used.quantity().stripTrailingZeros().toPlainString();
        if (rate == null) {
            return Explanation.Line.note("NO_RATE", quantity + " " + used.unit() + ", not charged for");
        }
        BigDecimal amount = rate.multiply(used.quantity())
                .setScale(flat.currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        return new Explanation.Line("RATE", quantity + " " + used.unit() + " at " + rate.toPlainString() + " "
                + flat.currency(), amount);
    }

    /** A price and the lines that add up to it. */
    public record Priced(Money amount, Explanation explanation) {}
}
