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

    private static final Problem TOLD = Problem.of(ErrorCode.STATE_CONFLICT, "this request was served before, and its answer"
            + " held a secret that is told once only; nothing was made again. What it made is listed at the same path", "");

    private Secrets() {}

    static boolean in(ContainerResponseContext response) {
        String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return caching != null && caching.contains("no-store");
    }

    /** What is kept in place of such an answer: no body, since the problem is told under each repetition's own id. */
    static Answer instead(String request, Map<String, String> headers) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return new Answer(request, TOLD.status(), changed, new byte[0]);
    }

    /** The body to send for a kept answer. */
    static byte[] body(Answer kept, String instance) {
        boolean told = kept.body().length == 0 && Problem.MEDIA_TYPE.equals(kept.headers().get(HttpHeaders.CONTENT_TYPE));
        if (!told) {
            return kept.body();
        }
        try {
            return ParleyJson.newMapper().writeValueAsBytes(Problem.of(ErrorCode.STATE_CONFLICT, TOLD.detail(), instance));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
