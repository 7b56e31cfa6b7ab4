package org.parley.pricing.fairpay.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.parley.common.Explanation;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment.ReasonFinding;
import org.parley.pricing.api.ReasonClaim;

/**
 * How far a price is from the suggestion, before and after its reasons.
 *
 * @param plain     (price - suggestion) / suggestion
 * @param explained the same plus what the reasons took off its size; never above 0 because of them
 * @param findings  what became of each reason
 */
record ExplainedDifferential(BigDecimal plain, BigDecimal explained, List<ReasonFinding> findings) {

    /** @param suggested above zero */
    static ExplainedDifferential of(Money suggested, Money price, List<ReasonClaim> reasons, ReasonRules rules) {
        BigDecimal plain = Figures.plain(BigDecimal.valueOf(price.minus(suggested).minor())
                .divide(BigDecimal.valueOf(suggested.minor()), Figures.SHOWN, RoundingMode.HALF_EVEN));
        List<ReasonFinding> findings = rules.findings(plain, reasons);
        BigDecimal counted = findings.stream().map(ReasonFinding::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ExplainedDifferential(plain, Figures.plain(plain.add(counted)), findings);
    }

    Explanation explanation(Money suggested, Money price) {
        List<Explanation.Line> lines = new ArrayList<>();
        lines.add(new Explanation.Line("DIFFERENTIAL", price + " against the suggested " + suggested, plain));
        for (ReasonFinding reason : findings) {
            lines.add(new Explanation.Line("REASON_" + reason.code(), "claimed " + reason.claimed().toPlainString()
                    + ", accepted up to " + reason.cap().toPlainString() + ", believed to "
                    + reason.plausible().toPlainString(), reason.counted()));
        }
        return new Explanation(lines);
    }
}
