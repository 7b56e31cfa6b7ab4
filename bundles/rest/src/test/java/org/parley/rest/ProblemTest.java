package org.parley.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.common.StateConflict;

class ProblemTest {

    @Test
    void tellsTheFieldsAtFault() throws Exception {
        Problem problem = Problem.of(new InvalidInput(ErrorCode.INVALID_CURRENCY, "price.currency", "no such currency"), "r-1");
        assertThat(ParleyJson.newMapper().writeValueAsString(problem)).isEqualTo("{\"type\":\"/problems/invalid-currency\","
                + "\"title\":\"A currency is not allowed\",\"status\":422,\"detail\":\"no such currency\",\"instance\":\"r-1\","
                + "\"errors\":[{\"field\":\"price.currency\",\"code\":\"INVALID_CURRENCY\",\"detail\":\"no such currency\"}]}");
    }

    @Test
    void saysNothingOfOurInsides() throws Exception {
        for (Throwable fault : new Throwable[] {new IllegalStateException("secret"), new Fault("table secret", new RuntimeException()),
                new StackOverflowError()}) {
            Problem problem = Problem.of(fault, "r-1");
            assertThat(problem.status()).isEqualTo(500);
            assertThat(ParleyJson.newMapper().writeValueAsString(problem)).doesNotContain("secret", "Exception", "errors");
        }
    }

    @Test
    void saysWhenToTryAgainAndHowToAuthenticate() {
        assertThat(Problems.headers(Problem.of(Fault.unavailable("later"), "r"))).containsKey("Retry-After");
        assertThat(Problems.headers(Problem.of(new StateConflict(ErrorCode.UNAUTHENTICATED, "no key"), "r")))
                .containsEntry("WWW-Authenticate", "Bearer realm=\"parley\"");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAStatus(ErrorCode code) {
        assertThat(Problem.of(code, "detail", "r").status()).isBetween(400, 503);
    }
}
