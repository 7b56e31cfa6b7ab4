package org.parley.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The server, over kept-alive connections. A server that is away or busy is waited for; what was not answered is then
 * sent again, which is safe for everything that this tool sends.
 */
public final class Server {

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN).build();
    private final URI address;
    private final String key;
    private final Duration patience;
    private final Consumer<String> notices;

    public Server(URI address, String key, Duration patience, Consumer<String> notices) {
        this.address = address;
        this.key = key;
        this.patience = patience;
        this.notices = notices;
    }

    /** Waits until the server says that it is ready. */
    public void awaitReady() {
        awaitReady(new Wait(patience, notices));
    }

    /**
     * The server's answer, good or bad, once it has one.
     *
     * @throws ServerGone if it gives none for too long
     */
    public Answer send(Call call) {
        Wait wait = new Wait(patience, notices);
        while (true) {
            try {
                HttpResponse<byte[]> response = exchange(call.request(address, key));
                if (!BUSY.contains(response.statusCode())) {
                    return new Answer(call, response.statusCode(), json(response.body()));
                }
                wait.pause("the server is busy (" + response.statusCode() + ")", retryAfter(response));
            } catch (IOException e) {
                wait.pause("the server at " + address + " does not answer", Optional.empty());
                awaitReady(wait);
            }
        }
    }

    private void awaitReady(Wait wait) {
        HttpRequest health = HttpRequest.newBuilder(address.resolve("/health/ready")).timeout(CONNECT_WITHIN).build();
        while (true) {
            try {
                int status = exchange(health).statusCode();
                if (status == 200) {
                    return;
                }
                wait.pause("the server at " + address + " is not ready (" + status + ")", Optional.empty());
            } catch (IOException e) {
                wait.pause("the server at " + address + " does not answer", Optional.empty());
            }
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerGone("interrupted while waiting for the server");
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            String text = new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8);
            return JSON.createObjectNode().put("detail", text.strip());
        }
    }
}
