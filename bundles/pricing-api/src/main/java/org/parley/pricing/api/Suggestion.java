package org.parley.pricing.api;

import org.parley.common.ErrorCode;
import org.parley.common.Explanation;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/**
 * A suggested price.
 *
 * @param amount      not negative; zero says that nothing can be suggested, and such a cycle is not scored
 * @param binding     true if this is the price, and the customer is not asked
 * @param explanation lines whose effects add up to the amount in major units
 */
public record Suggestion(Money amount, boolean binding, Explanation explanation) {

    public Suggestion {
        if (amount.isNegative()) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "amount", "the suggestion " + amount + " is negative");
        }
        if (explanation.total().compareTo(amount.amount()) != 0) {
            throw new InvalidInput(ErrorCode.INVALID_AMOUNT, "explanation", "the explanation adds up to "
                    + explanation.total().toPlainString() + ", not to " + amount);
        }
    }
}
