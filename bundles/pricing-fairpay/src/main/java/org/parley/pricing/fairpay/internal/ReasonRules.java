package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.pricing.api.Assessment.ReasonFinding;
import org.parley.pricing.api.ReasonClaim;

/**
 * What reasons take off a differential. A reason counts {@code min(claim, cap) * plausibility}; together they count no
 * more than the differential's size, so they never lift it above 0. A code that is named several times is one reason.
 *
 * @param caps         the most that is accepted for a reason, as a share of the suggestion, by code; none for others
 * @param plausibility how far a reason is believed when no evidence speaks for or against it, 0 to 1
 */
record ReasonRules(Map<String, BigDecimal> caps, BigDecimal plausibility) {

    ReasonRules {
        caps = Map.copyOf(caps);
    }

    /** What becomes of each reason that is given for this differential. */
    List<ReasonFinding> findings(BigDecimal differential, List<ReasonClaim> reasons) {
        BigDecimal size = differential.signum() < 0 ? differential.negate() : BigDecimal.ZERO;
        BigDecimal left = size;
        List<ReasonFinding> findings = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> claim : claims(size, reasons).entrySet()) {
            BigDecimal cap = caps.getOrDefault(claim.getKey(), BigDecimal.ZERO);
            BigDecimal counted = rounded(claim.getValue().min(cap).multiply(plausibility)).min(left);
            left = left.subtract(counted);
            findings.add(new ReasonFinding(claim.getKey(), claim.getValue(), cap, plausibility, Figures.plain(counted)));
        }
        return findings;
    }

    private static Map<String, BigDecimal> claims(BigDecimal size, List<ReasonClaim> reasons) {
        BigDecimal even = evenShare(reasons);
        Map<String, BigDecimal> claims = new LinkedHashMap<>();
        for (ReasonClaim reason : reasons) {
            claims.merge(reason.code(), Figures.plain(rounded(size.multiply(reason.share().orElse(even)))),
                    BigDecimal::add);
        }
        return claims;
    }

    /** What the reasons with a share leave, divided among those without. */
    private static BigDecimal evenShare(List<ReasonClaim> reasons) {
        long without = reasons.stream().filter(reason -> reason.share().isEmpty()).count();
        if (without == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal claimed = reasons.stream().flatMap(reason -> reason.share().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return BigDecimal.ONE.subtract(claimed).max(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(without), Figures.KEPT, RoundingMode.DOWN);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(Figures.SHOWN, RoundingMode.HALF_EVEN);
    }
}
