package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment.ReasonFinding;
import org.parley.pricing.api.ReasonClaim;

class ReasonsTest {

    private static final ReasonRules RULES = new ReasonRules(
            Map.of("OUTAGE", new BigDecimal("0.4"), "BUG", new BigDecimal("0.1")), new BigDecimal("0.5"));

    @Test
    void aReasonCountsItsClaimUpToTheCapAsFarAsItIsBelieved() {
        ExplainedDifferential result = of("5.00", claim("OUTAGE", "1"));
        assertThat(result.plain()).isEqualByComparingTo("-0.5");
        assertThat(result.explained()).isEqualByComparingTo("-0.3");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.claimed()).isEqualByComparingTo("0.5");
            assertThat(finding.cap()).isEqualByComparingTo("0.4");
            assertThat(finding.counted()).isEqualByComparingTo("0.2");
        });
    }

    @Test
    void reasonsWithoutAShareDivideWhatTheOthersLeave() {
        ExplainedDifferential result = of("0.00", claim("SP_TOO_HIGH", "0.5"), claim("OUTAGE"), claim("BUG"));
        assertThat(result.findings()).extracting(ReasonFinding::claimed)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.25"));
        assertThat(result.explained()).isEqualByComparingTo("-0.825");
    }

    @Test
    void aReasonNamedTwiceMeetsItsCapOnce() {
        assertThat(of("0.00", claim("BUG", "1"), claim("BUG", "1"), claim("BUG", "1")).explained())
                .isEqualByComparingTo("-0.95");
    }

    @Test
    void aReasonThePolicyDoesNotKnowCountsNothing() {
        assertThat(of("0.00", claim("BAD_WEATHER", "1")).explained()).isEqualByComparingTo("-1");
    }

    @Test
    void reasonsForPayingMoreChangeNothing() {
        assertThat(of("12.00", claim("OUTAGE", "1")).explained()).isEqualByComparingTo("0.2");
    }

    private static ExplainedDifferential of(String price, ReasonClaim... reasons) {
        return ExplainedDifferential.of(Money.parse("10.00", "EUR"), Money.parse(price, "EUR"), List.of(reasons), RULES);
    }

    private static ReasonClaim claim(String code, String share) {
        return new ReasonClaim(code, Optional.of(new BigDecimal(share)));
    }

    private static ReasonClaim claim(String code) {
        return new ReasonClaim(code, Optional.empty());
    }
}
