package org.parley.cli.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server said.
 *
 * @param call   what it was asked
 * @param status of HTTP
 * @param body   the JSON, or a missing node if the answer held none
 */
public record Answer(Call call, int status, JsonNode body) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The body of a good answer; throws {@link Refused} with the problem's own words for any other. */
    public JsonNode orRefused() {
        if (!isGood()) {
            throw refused();
        }
        return body;
    }

    /** The failure to raise for this answer. */
    public Refused refused() {
        String said = problem(body);
        String help = switch (status) {
            case 401 -> " Is this the key of this server?";
            case 413 -> " A smaller --batch may help.";
            default -> "";
        };
        return new Refused("the server refused " + call.method() + " " + call.path() + " (" + status + ")"
                + (said.isEmpty() ? "" : ": " + said) + help);
    }

    /** A problem document in one line. */
    public static String problem(JsonNode problem) {
        StringBuilder text = new StringBuilder(problem.path("title").asText(""));
        String detail = problem.path("detail").asText("");
        if (!detail.isEmpty() && !detail.contentEquals(text)) {
            text.append(text.isEmpty() ? "" : ": ").append(detail);
        }
        for (JsonNode error : problem.path("errors")) {
            String said = error.path("detail").asText("");
            if (!said.isEmpty() && !said.equals(detail)) {
                text.append("; ").append(error.path("field").asText("")).append(": ").append(said);
            }
        }
        return text.toString();
    }
}
