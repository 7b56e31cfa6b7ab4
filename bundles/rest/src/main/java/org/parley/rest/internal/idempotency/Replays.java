package org.parley.rest.internal.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Callers;
import org.parley.rest.internal.AtEnd;
import org.parley.rest.internal.jaxrs.JsonBody;
import org.parley.rest.internal.store.Answer;
import org.parley.rest.internal.store.RestTables;
import org.parley.seller.api.Caller;

/**
 * Serves a write with an {@code Idempotency-Key} once: its answer is kept before it is sent, and given again to whoever
 * repeats the request. An answer that says that we failed is not kept, so that a repetition is a real attempt.
 */
final class Replays implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    static final String KEY_HEADER = "Idempotency-Key";
    static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final String PENDING = "org.parley.rest.idempotency";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag", "Allow");

    private final RestTables tables;
    private final Claims claims = new Claims();

    Replays(RestTables tables) {
        this.tables = tables;
    }

    private record Pending(SellerId seller, String key, String hash) {}

    private record Keeping(Pending pending, int status, Map<String, String> headers, boolean secret) {

        Answer answer(byte[] body) {
            return secret ? Secrets.instead(pending.hash(), headers) : new Answer(pending.hash(), status, headers, body);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY_HEADER);
        if (key == null || !(request.getProperty(Callers.ATTRIBUTE) instanceof Caller caller)) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, KEY_HEADER, "an Idempotency-Key has 1 to 255 visible ASCII characters");
        }
        Pending pending = new Pending(caller.seller(), key, hash(request));
        Runnable release = claims.take(caller.seller(), key).orElseThrow(() -> new StateConflict(ErrorCode.STATE_CONFLICT,
                "a request with this Idempotency-Key is being served; ask again for its answer"));
        request.setProperty(AtEnd.ATTRIBUTE, release);
        Optional<Answer> known = tables.answer(caller.seller(), key);
        if (known.isPresent()) {
            replay(request, known.get(), pending);
        } else {
            request.setProperty(PENDING, pending);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(PENDING) instanceof Pending pending)) {
            return;
        }
        request.removeProperty(PENDING);
        if (response.getStatus() >= 500) {
            return;
        }
        Keeping keeping = new Keeping(pending, response.getStatus(), kept(response), Secrets.in(response));
        if (response.hasEntity()) {
            request.setProperty(PENDING, keeping);
        } else {
            keep(keeping, new byte[0]);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(PENDING) instanceof Keeping keeping)) {
            context.proceed();
            return;
        }
        OutputStream client = context.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        context.setOutputStream(body);
        context.proceed();
        keep(keeping, body.toByteArray());
        context.setOutputStream(client);
        body.writeTo(client);
    }

    private static void replay(ContainerRequestContext request, Answer known, Pending pending) {
        if (!known.request().equals(pending.hash())) {
            throw new InvalidInput(ErrorCode.IDEMPOTENCY_KEY_REUSED, KEY_HEADER,
                    "the Idempotency-Key '" + pending.key() + "' came with another request before; use a new one");
        }
        Response.ResponseBuilder answer = Response.status(known.status()).header(REPLAYED_HEADER, "true");
        known.headers().forEach(answer::header);
        byte[] body = Secrets.body(known, request.getProperty(Callers.REQUEST_ID) instanceof String id ? id : "-");
        request.abortWith(body.length == 0 ? answer.build() : answer.entity(body).build());
    }

    private static String hash(ContainerRequestContext request) throws IOException {
        if (request.hasEntity() && !JsonBody.isJson(request.getMediaType())) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, KEY_HEADER, "an Idempotency-Key goes with a JSON body only");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return RequestHash.of(request.getMethod(), request.getUriInfo().getRequestUri().getRawPath() + "?"
                + request.getUriInfo().getRequestUri().getRawQuery(), body);
    }

    private static Map<String, String> kept(ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            Optional.ofNullable(response.getHeaderString(name)).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    private void keep(Keeping keeping, byte[] body) {
        tables.keep(keeping.pending().seller(), keeping.pending().key(), keeping.answer(body), Instant.now());
    }
}
