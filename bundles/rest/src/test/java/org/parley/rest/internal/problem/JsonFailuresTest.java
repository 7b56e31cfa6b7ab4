package org.parley.rest.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.ErrorCode;
import org.parley.rest.ParleyJson;
import org.parley.rest.Problem;

class JsonFailuresTest {

    private static Problem problem(String body) {
        JsonProcessingException failure = catchThrowableOfType(JsonProcessingException.class,
                () -> ParleyJson.newMapper().readValue(body, Map.class));
        return Failures.problem(failure, "r-1");
    }

    @Test
    void tellsWhereTheJsonBreaks() {
        assertThat(problem("{\"a\":1,\n \"b\":}").detail()).isEqualTo("the body is no well-formed JSON (line 2, column 6)");
        assertThat(problem("{\"a\":[1").detail()).startsWith("the body ends in the middle of a value (line 1, column ");
        assertThat(problem("{\"a\":1,\"a\":2}").detail()).startsWith("the field 'a' is there twice (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":", "{\"a\":1", "[1,2", "\"abc", "nul", "{a:1}", "{\"a\":01}", "{\"a\":1}}", "{'a':1}",
            "{\"a\":\"\u0001\"}", "{\"a\":\"\\x\"}", "{\"a\":NaN}", "{\"a\":1,}", "/* */{}", "{\"a\":1,\"a\":1}", "\u00ff"})
    void saysNothingInTheParsersOwnWords(String body) {
        Problem problem = problem(body);
        assertThat(problem.type()).isEqualTo(Problem.of(ErrorCode.MALFORMED_JSON, "", "").type());
        assertThat(problem.detail()).doesNotContain("Source", "REDACTED", "Feature", "`", "token", "Unexpected", "Unrecognized");
    }

    @Test
    void saysWhatIsTooLargeWithoutNamingSettings() {
        String deep = "[".repeat(100) + "]".repeat(100);
        String detail = problem("{\"a\":" + deep + "}").detail();
        assertThat(detail).contains("nesting depth").doesNotContain("Stream", "`");
    }
}
