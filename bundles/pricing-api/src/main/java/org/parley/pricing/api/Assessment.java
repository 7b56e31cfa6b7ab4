package org.parley.pricing.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.Explanation;
import org.parley.common.InvalidInput;

/**
 * How fair a price was.
 *
 * @param differential (price - suggestion) / suggestion; empty if nothing was suggested
 * @param explained    the differential after the reasons that counted; never above 0 because of them
 * @param fairness     0 to 1; empty if the cycle is not scored
 * @param weight       how much this cycle counts as evidence, 0 to 1
 * @param reasons      what became of each reason given
 * @param explanation  lines whose effects add up to the explained differential
 */
public record Assessment(Optional<BigDecimal> differential, Optional<BigDecimal> explained, Optional<Double> fairness,
        double weight, List<ReasonFinding> reasons, Explanation explanation) {

    public Assessment {
        reasons = List.copyOf(reasons);
        fairness.ifPresent(value -> requireShare("fairness", value));
        requireShare("weight", weight);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, name, "the " + name + " lies between 0 and 1, this is " + value);
        }
    }

    /** A cycle that says nothing about fairness. */
    public static Assessment unscored(Optional<BigDecimal> differential, String why) {
        return new Assessment(differential, differential, Optional.empty(), 0, List.of(),
                differential.map(value -> Explanation.of(new Explanation.Line("NOT_SCORED", why, value)))
                        .orElseGet(() -> Explanation.of(Explanation.Line.note("NOT_SCORED", why))));
    }

    /**
     * What became of a reason.
     *
     * @param code     the reason
     * @param claimed  the part of the differential the customer put down to it
     * @param cap      the most the policy accepts for it
     * @param plausible how well the evidence fits, 0 to 1
     * @param counted  what was taken off the differential's size for it
     */
    public record ReasonFinding(String code, BigDecimal claimed, BigDecimal cap, BigDecimal plausible,
            BigDecimal counted) {}
}
