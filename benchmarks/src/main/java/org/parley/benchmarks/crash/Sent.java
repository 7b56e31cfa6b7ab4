package org.parley.benchmarks.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.itests.kit.Api;
import org.parley.itests.load.LeanConnection;

/**
 * A request with events, all of one customer.
 *
 * @param first the number of its first event; numbers are never used twice
 * @param bad   which of its events is of a type that no client may send
 * @param extra how many characters each event has that say nothing: they fill the journal's log, for which the file
 *              system has given room beforehand
 */
record Sent(Kind kind, String customer, long first, int count, OptionalInt bad, int extra) {

    static final String SOURCE = "urn:crash";

    /** How it is sent. */
    enum Kind {
        SINGLE(Api.EVENT), BATCH(Api.BATCH), LINES(Api.NDJSON);

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    static String id(long number) {
        return "c" + number;
    }

    /** The ids of the events that may be taken, in order. */
    List<String> good() {
        return IntStream.range(0, count).filter(i -> i != bad.orElse(-1)).mapToObj(i -> id(first + i)).toList();
    }

    int goodCount() {
        return count - (bad.isPresent() ? 1 : 0);
    }

    byte[] request(String key) {
        String separator = kind == Kind.LINES ? "\n" : ",";
        String events = IntStream.range(0, count).mapToObj(this::event).collect(Collectors.joining(separator));
        String body = kind == Kind.BATCH ? "[" + events + "]" : events;
        return LeanConnection.request("POST", "/api/v1/events", key, kind.mediaType,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private String event(int index) {
        String type = index == bad.orElse(-1) ? "org.parley.pricing.cycle.priced" : "org.parley.usage";
        return "{\"specversion\":\"1.0\",\"type\":\"" + type + "\",\"source\":\"" + SOURCE + "\",\"id\":\""
                + id(first + index) + "\",\"subject\":\"" + customer
                + "\",\"time\":\"2025-03-01T10:00:00Z\",\"data\":{\"quantity\":" + (first + index) % 100
                + ",\"unit\":\"article\",\"item\":\"a" + index + "\",\"extra\":\"" + "x".repeat(extra) + "\"}}";
    }
}
