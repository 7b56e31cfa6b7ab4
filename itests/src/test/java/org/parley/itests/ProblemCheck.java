package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.itests.kit.Answer;

import java.util.List;
import java.util.regex.Pattern;

/** What every refusal has to look like, whoever made it. */
final class ProblemCheck {

    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bjava\\.|\\bjakarta\\.|com\\.fasterxml|org\\.parley\\.[a-z.]+\\.[A-Z]|\\bat [a-z.]+\\(|\\.java:\\d+");

    private ProblemCheck() {}

    /** Checks the form, the status and the code; returns the problem. */
    static JsonNode check(Answer answer, int status, String slug) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        JsonNode problem = check(answer);
        assertThat(problem.get("type").asText()).as("%s", answer).endsWith("/problems/" + slug);
        return problem;
    }

    /** Checks the form alone. */
    static JsonNode check(Answer answer) {
        assertThat(answer.contentType()).as("%s", answer).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        for (String member : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.path(member).asText()).as("%s of %s", member, answer).isNotBlank();
        }
        assertThat(problem.path("status").asInt()).as("%s", answer).isEqualTo(answer.status());
        assertThat(answer.text()).as("tells nothing of our insides").doesNotContainPattern(INSIDES);
        return problem;
    }

    /** Checks that one of the problem's fields is the one at fault. */
    static void checkField(JsonNode problem, String field) {
        assertThat(problem.path("errors").findValuesAsText("field")).as("%s", problem)
                .anySatisfy(found -> assertThat(found).contains(field));
    }
}
