package com.example.thankyou;

import java.math.BigDecimal;
import java.util.Currency;
import org.parley.common.Money;
import org.parley.pricing.api.Parameters;
import org.parley.pricing.api.PolicyTerms;

/**
 * The strategy's parameters.
 *
 * @param perCycle share of the price that each cycle earns, 0 to 1
 * @param atMost   the most that all cycles together earn, 0 to 1
 * @param credit   how much unpriced value may be outstanding, in the currency's major unit
 */
record Discount(BigDecimal perCycle, BigDecimal atMost, BigDecimal credit) {

    /** The parameters of a policy that was checked. */
    static Discount of(PolicyTerms policy) {
        Parameters read = new Parameters(policy.parameters());
        Discount discount = read(read);
        read.requireNone();
        return discount;
    }

    /** Reads the parameters and leaves what is wrong with them in {@code read}. */
    static Discount read(Parameters read) {
        return new Discount(read.decimal("perCycle", 0, 1).orElse(new BigDecimal("0.01")),
                read.decimal("atMost", 0, 1).orElse(new BigDecimal("0.20")),
                read.decimal("credit", 0, 1e12).orElse(new BigDecimal("1000")));
    }

    /** The share of the price that so many priced cycles have earned. */
    BigDecimal after(long cycles) {
        return perCycle.multiply(BigDecimal.valueOf(cycles)).min(atMost);
    }

    Money credit(Currency currency) {
        return Money.rounded(credit, currency);
    }
}
