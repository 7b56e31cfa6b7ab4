package org.parley.pricing.api;

import java.util.Objects;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;

/**
 * Where a relationship stands between two decisions.
 *
 * @param state         its state
 * @param tier          what it is offered
 * @param credit        how much unpriced value may be outstanding; not negative
 * @param strategyState what the strategy wants to remember, such as the evidence for a reputation; its own business
 */
public record Standing(RelationshipState state, Tier tier, Money credit, Values strategyState) {

    public Standing {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(strategyState, "strategyState");
        if (credit.isNegative()) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "credit", "the credit " + credit + " is negative");
        }
    }
}
