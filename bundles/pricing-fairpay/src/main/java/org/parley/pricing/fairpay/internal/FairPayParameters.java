package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.Parameters;

/**
 * A policy's numbers. Names, meanings and defaults are listed in this bundle's README.
 *
 * @param voluntary        true if nothing is gated
 * @param fairness         the bands
 * @param fading           of evidence
 * @param gates            of the tiers
 * @param warmUp           length of the probation, in scored cycles
 * @param streak           clearly unfair cycles that end the seller's patience: in a row, on probation in all
 * @param suspensionCycles fixed-price cycles before a second probation
 * @param credit           of each tier
 * @param reasons          what reasons count
 * @param referenceAmount  a cycle with a smaller suggestion weighs proportionally less; in the currency's major unit
 * @param appealDays       how long a decision can be contested
 */
record FairPayParameters(boolean voluntary, Fairness fairness, Fading fading, Gates gates, int warmUp, int streak,
        int suspensionCycles, CreditRule credit, ReasonRules reasons, Optional<BigDecimal> referenceAmount,
        int appealDays) {

    private static final double MOST_MONEY = 1e12;

    /** @throws InvalidInput naming every parameter that is unknown, of another type or out of its range */
    static FairPayParameters of(Values values) {
        Parameters read = new Parameters(values);
        FairPayParameters parameters = read(read);
        read.requireNone();
        return parameters;
    }

    /** Reads the parameters and leaves what is wrong with them in {@code read}. */
    static FairPayParameters read(Parameters read) {
        return new FairPayParameters(read.choice("mode", "gated", "voluntary").equals("voluntary"),
                new Fairness(read.number("bandOk", -0.20, -1, 0), read.number("bandHigh", 0, -1, 0),
                        read.number("bandUnfair", -0.50, -1, 0)),
                new Fading(read.number("halfLife", 6, 0.1, 1000)), gates(read), read.whole("warmUpCycles", 3, 1, 100),
                read.whole("streak", 2, 1, 100), read.whole("suspensionCycles", 2, 1, 100), credit(read),
                new ReasonRules(read.decimals("reasons", 0, 1), orElse(read.decimal("plausibility", 0, 1), "0.5")),
                read.decimal("referenceAmount", 0.001, MOST_MONEY), read.whole("appealDays", 14, 0, 3650));
    }

    private static Gates gates(Parameters read) {
        return new Gates(read.number("gateMean", 0.55, 0, 1), read.number("gateLow", 0.25, 0, 1),
                read.number("premiumMean", 0.75, 0, 1), read.number("premiumLow", 0.50, 0, 1),
                read.number("nearMiss", 0.15, 0, 1));
    }

    private static CreditRule credit(Parameters read) {
        return new CreditRule(orElse(read.decimal("credit0", 0, MOST_MONEY), "50"),
                orElse(read.decimal("creditGrowth", 1, 1000), "2"),
                orElse(read.decimal("creditMax", 0, MOST_MONEY), "500"));
    }

    private static BigDecimal orElse(Optional<BigDecimal> value, String otherwise) {
        return value.orElseGet(() -> new BigDecimal(otherwise));
    }

    /** How much a cycle with this suggestion weighs, 0 to 1: cheap cycles cannot buy trust. */
    double weight(Money suggested) {
        return referenceAmount
                .map(full -> Figures.shown(Math.min(1, suggested.amount().doubleValue() / full.doubleValue())))
                .orElse(1.0);
    }

    /** Length of the second probation: half of the first, rounded up. */
    int retrial() {
        return (warmUp + 1) / 2;
    }

    Optional<Duration> appealWithin() {
        return appealDays == 0 ? Optional.empty() : Optional.of(Duration.ofDays(appealDays));
    }
}
