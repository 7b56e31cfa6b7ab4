package org.parley.pricing.classic.internal;

import java.math.BigDecimal;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.Parameters;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Tier;

/**
 * What all classic strategies take as parameters: where every relationship stands from beginning to end.
 *
 * @param tier   what is offered
 * @param credit how much unpriced value may be outstanding, in the currency's major unit; not negative
 */
record Terms(Tier tier, BigDecimal credit) {

    private static final BigDecimal USUAL_CREDIT = new BigDecimal("1000");
    private static final double MOST_CREDIT = 1e12;

    /** @throws InvalidInput naming every parameter that is unknown, of another type or out of its range */
    static Terms of(Values values) {
        Parameters read = new Parameters(values);
        Terms terms = read(read);
        read.requireNone();
        return terms;
    }

    /** Reads the parameters and leaves what is wrong with them in {@code read}. */
    static Terms read(Parameters read) {
        return new Terms(Tier.valueOf(read.choice("tier", "STANDARD", "BASIC", "PREMIUM")),
                read.decimal("credit", 0, MOST_CREDIT).orElse(USUAL_CREDIT));
    }

    Standing standing(RelationshipState state, OfferingTerms offering) {
        return new Standing(state, tier, Money.rounded(credit, offering.currency()), Values.empty());
    }
}
