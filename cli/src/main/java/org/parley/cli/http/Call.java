package org.parley.cli.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * A request to the API.
 *
 * @param method      such as {@code POST}
 * @param path        below {@code /api/v1}, with its query
 * @param contentType of the body
 * @param body        empty if there is none
 */
public record Call(String method, String path, String contentType, byte[] body) {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    public static Call get(String path) {
        return new Call("GET", path, "application/json", new byte[0]);
    }

    public static Call json(String method, String path, byte[] body) {
        return new Call(method, path, "application/json", body);
    }

    public static Call ndjson(String path, byte[] body) {
        return new Call("POST", path, "application/x-ndjson", body);
    }

    HttpRequest request(URI server, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path)).timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + key).header("Accept", "application/json, application/problem+json");
        if (body.length > 0) {
            request.header("Content-Type", contentType);
        }
        return request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)).build();
    }
}
