package org.parley.pricing.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.Ids;
import org.parley.common.InvalidInput;

/**
 * A reason that the customer gives for a price.
 *
 * @param code  such as {@code OUTAGE}; the policy says which codes count and for how much
 * @param share the part of the differential's size that the customer puts down to it, 0 to 1; if absent, the strategy
 *              divides evenly what the other reasons leave
 */
public record ReasonClaim(String code, Optional<BigDecimal> share) {

    public ReasonClaim {
        Ids.check("reason", code);
        share.ifPresent(value -> {
            if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidInput(ErrorCode.INVALID_REASON, "share",
                        "a reason's share lies between 0 and 1, this is " + value.toPlainString());
            }
        });
    }
}
