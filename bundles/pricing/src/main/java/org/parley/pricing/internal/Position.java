package org.parley.pricing.internal;

import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Standing;
import org.parley.pricing.api.Tier;

/**
 * How far a relationship has come.
 *
 * @param standing     where it stands
 * @param cyclesPriced how many of its cycles have a price
 * @param provisional  true if the named strategy could not start it yet: it does so at its first answer
 */
public record Position(Standing standing, long cyclesPriced, boolean provisional) {

    /** A relationship that no strategy has started yet. */
    public static Position unstarted(Terms terms) {
        Standing nothing = new Standing(RelationshipState.WARMUP, Tier.BASIC, Money.zero(terms.offering().currency()),
                Values.empty());
        return new Position(nothing, 0, true);
    }

    public Position afterPriced(Standing next, boolean provisional, boolean counts) {
        return new Position(next, counts ? cyclesPriced + 1 : cyclesPriced, provisional);
    }
}
