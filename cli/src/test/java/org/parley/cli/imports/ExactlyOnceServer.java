package org.parley.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP server that keeps what it is sent, in memory and exactly once by (source, id), and answers as the API
 * does. It can be told to lose its next answer, to be busy, and to reject what a test dislikes.
 */
final class ExactlyOnceServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> kept = new LinkedHashMap<>();
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final HttpServer http;
    private Predicate<JsonNode> disliked = line -> false;
    private int answersToLose;
    private int busyAnswers;
    private int batches;
    private int stopAfter = Integer.MAX_VALUE;

    ExactlyOnceServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/health/ready", exchange -> answer(exchange, 200, null));
        http.createContext("/api/v1/imports/cycles", this::lines);
        http.createContext("/api/v1/events", this::lines);
        http.createContext("/api/v1/", this::resource);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    List<JsonNode> kept() {
        return List.copyOf(kept.values());
    }

    Map<String, JsonNode> resources() {
        return resources;
    }

    int batches() {
        return batches;
    }

    void reject(Predicate<JsonNode> lines) {
        disliked = lines;
    }

    /** Keeps the next batch but breaks the connection before the answer. */
    void loseAnswers(int count) {
        answersToLose = count;
    }

    void beBusy(int count) {
        busyAnswers = count;
    }

    /** Answers for so many more batches, and with 500 from then on. */
    void failAfter(int count) {
        stopAfter = batches + count;
    }

    private void lines(HttpExchange exchange) throws IOException {
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, JSON.createObjectNode().put("title", "A valid key is needed"));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (busyAnswers-- > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, null);
            return;
        }
        if (batches >= stopAfter) {
            answer(exchange, 500, JSON.createObjectNode().put("title", "The server failed"));
            return;
        }
        batches++;
        ObjectNode result = keep(body);
        if (answersToLose-- > 0) {
            exchange.close();
            return;
        }
        answer(exchange, result.get("accepted").asInt() + result.get("duplicates").asInt() == 0 ? 422 : 200, result);
    }

    private ObjectNode keep(String body) throws IOException {
        int accepted = 0;
        int duplicates = 0;
        ArrayNode rejected = JSON.createArrayNode();
        String[] lines = body.split("\n");
        for (int i = 0; i < lines.length; i++) {
            JsonNode line = JSON.readTree(lines[i]);
            if (disliked.test(line)) {
                rejected.addObject().put("index", i).put("id", line.get("id").asText())
                        .putObject("problem").put("title", "An amount is not allowed").put("detail", "too generous");
            } else if (kept.putIfAbsent(line.get("source").asText() + " " + line.get("id").asText(), line) == null) {
                accepted++;
            } else {
                duplicates++;
            }
        }
        ObjectNode result = JSON.createObjectNode().put("accepted", accepted).put("duplicates", duplicates);
        return result.set("rejected", rejected);
    }

    private void resource(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            resources.put(path, JSON.readTree(exchange.getRequestBody()));
        }
        JsonNode found = resources.get(path);
        answer(exchange, found == null ? 404 : 200, found);
    }

    private static void answer(HttpExchange exchange, int status, @Nullable JsonNode body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
