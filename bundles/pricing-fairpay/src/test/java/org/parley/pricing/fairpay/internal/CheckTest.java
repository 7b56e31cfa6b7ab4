package org.parley.pricing.fairpay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.common.InvalidInput;
import org.parley.common.Values;
import org.parley.pricing.api.PolicyProblem;
import org.parley.pricing.api.testing.SampleFacts;

class CheckTest {

    private final FairPayStrategy strategy = new FairPayStrategy();

    @Test
    void takesTheDefaults() {
        assertThat(check(Map.of())).isEmpty();
    }

    @Test
    void rejectsALowerBoundThatNoCustomerCanReachAndSaysWhatWouldDo() {
        assertThat(check(Map.of("premiumLow", 0.745))).singleElement().satisfies(problem -> {
            assertThat(problem.parameter()).isEqualTo("premiumLow");
            assertThat(problem.detail()).contains("no customer can reach 0.745").contains("0.7448").contains("halfLife");
        });
        assertThat(check(Map.of("premiumLow", 0.744))).isEmpty();
        assertThat(check(Map.of("premiumLow", 0.745, "halfLife", 12))).isEmpty();
    }

    @Test
    void rejectsAMeanThatNoCustomerCanReach() {
        assertThat(check(Map.of("premiumMean", 0.92))).extracting(PolicyProblem::parameter).containsExactly("premiumMean");
        assertThat(check(Map.of("premiumMean", 0.91))).isEmpty();
    }

    @Test
    void rejectsAPremiumTierThatAsksForLessThanTheStandardTier() {
        assertThat(check(Map.of("premiumMean", 0.5, "premiumLow", 0.2))).extracting(PolicyProblem::parameter)
                .containsExactly("premiumMean", "premiumLow");
    }

    @Test
    void rejectsBandsOutOfOrder() {
        assertThat(check(Map.of("bandUnfair", -0.2))).extracting(PolicyProblem::parameter).containsExactly("bandUnfair");
        assertThat(check(Map.of("bandHigh", -0.3))).extracting(PolicyProblem::parameter).containsExactly("bandOk");
    }

    @Test
    void rejectsAStreakThatTheGatesNeverTolerate() {
        List<PolicyProblem> problems = check(Map.of("streak", 9));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.parameter()).isEqualTo("streak");
            assertThat(problem.detail()).contains("at most 6");
        });
        assertThat(check(Map.of("streak", 6))).isEmpty();
    }

    @Test
    void rejectsCreditAboveItsLimit() {
        assertThat(check(Map.of("credit0", 501))).extracting(PolicyProblem::parameter).containsExactly("creditMax");
    }

    @Test
    void namesUnknownAndIllTypedParameters() {
        assertThat(check(Map.of("gateMaen", 0.5, "halfLife", "six", "reasons", Map.of("BUG", 2))))
                .extracting(PolicyProblem::parameter).containsExactlyInAnyOrder("gateMaen", "halfLife", "reasons.BUG");
    }

    @Test
    void refusesToWorkWithParametersThatWereNeverChecked() {
        SampleFacts samples = new SampleFacts(strategy, Values.of(Map.of("gateMaen", 0.5)));
        assertThatThrownBy(() -> strategy.start(samples.offering(), samples.policy()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("gateMaen");
    }

    private List<PolicyProblem> check(Map<String, ?> parameters) {
        return strategy.check(new SampleFacts(strategy, Values.of(parameters)).policy());
    }
}
