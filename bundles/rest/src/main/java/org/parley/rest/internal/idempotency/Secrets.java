package org.parley.rest.internal.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.common.ErrorCode;
import org.parley.rest.ParleyJson;
import org.parley.rest.Problem;
import org.parley.rest.internal.store.Answer;

/**
 * An answer marked {@code Cache-Control: no-store} holds something that may be told once only, such as a new key. It is
 * not kept; a repetition is told so, and still does not act twice.
 */
final class Secrets {

    private Secrets() {}

    static boolean in(ContainerResponseContext response) {
        String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return caching != null && caching.contains("no-store");
    }

    static Answer instead(String request, Map<String, String> headers) {
        Problem problem = Problem.of(ErrorCode.STATE_CONFLICT, "this request was served before, and its answer held a secret that"
                + " is told once only; what it made is at the address in the header Location, if there is one", "-");
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        try {
            return new Answer(request, problem.status(), changed, ParleyJson.newMapper().writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
