package org.parley.rest.internal.entrance;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.rest.internal.problem.Failures;

/** Answers with a problem where the layers below would send the HTTP server's own error page. */
final class ProblemResponse extends HttpServletResponseWrapper {

    private final String requestId;

    ProblemResponse(HttpServletResponse response, String requestId) {
        super(response);
        this.requestId = requestId;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** The message is left out: it was written for other eyes. */
    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (status < 400) {
            setStatus(status);
            return;
        }
        Problem problem = Failures.ofStatus(status, requestId);
        Problems.write((HttpServletResponse) getResponse(), problem);
    }
}
