package org.parley.itests.kit;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the REST API with one key. Paths are below {@code /api/v1} unless they start with another root. */
public final class Api {

    public static final String JSON = "application/json";
    public static final String EVENT = "application/cloudevents+json";
    public static final String BATCH = "application/cloudevents-batch+json";
    public static final String NDJSON = "application/x-ndjson";

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient client;
    private final URI root;
    private final String key;

    public Api(URI root, String key) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), root, key);
    }

    private Api(HttpClient client, URI root, String key) {
        this.client = client;
        this.root = root;
        this.key = key;
    }

    /** The same server, asked with another key; an empty key sends none. */
    public Api withKey(String other) {
        return new Api(client, root, other);
    }

    public URI root() {
        return root;
    }

    public String key() {
        return key;
    }

    public Answer get(String path) {
        return get(path, JSON);
    }

    public Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String contentType, String body) {
        return post(path, contentType, BodyPublishers.ofString(body));
    }

    public Answer post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    public Answer post(String path, JsonNode body) {
        return post(path, JSON, body.toString());
    }

    public Answer put(String path, JsonNode body) {
        return put(path, body.toString());
    }

    public Answer put(String path, String body) {
        return send(request(path).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body)));
    }

    /** A request to this path with the key, to be completed. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(resolve(path)).timeout(TIMEOUT);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private URI resolve(String path) {
        boolean rooted = path.startsWith("/api/") || path.startsWith("/health") || path.startsWith("/metrics");
        return root.resolve(rooted ? path : "/api/v1" + path);
    }

    /** Sends it; a connection that fails is an {@link UncheckedIOException}. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
