package org.parley.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Answers with a problem where no JAX-RS does it: in servlets and in front of them. */
public final class Problems {

    private static final ObjectMapper JSON = ParleyJson.newMapper();
    private static final String RETRY_SECONDS = "2";

    private Problems() {}

    /**
     * Writes the problem as the whole answer. Nothing is written if the answer is already on its way: its client sees
     * it break off.
     */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = JSON.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        headers(problem).forEach(response::setHeader);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(body);
    }

    /** The headers that belong to a problem's status: how to authenticate, or when to try again. */
    public static Map<String, String> headers(Problem problem) {
        return switch (problem.status()) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"parley\"");
            case 429, 503 -> Map.of("Retry-After", RETRY_SECONDS);
            default -> Map.of();
        };
    }
}
