package org.parley.itests.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the server answered.
 *
 * @param request the method and path that were asked, for messages
 * @param status  the HTTP status
 * @param headers the HTTP headers
 * @param text    the body
 */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        String request = response.request().method() + " " + response.request().uri().getRawPath();
        return new Answer(request, response.statusCode(), response.headers(), response.body());
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON in " + this, e);
        }
    }

    /** The media type, without its parameters; empty if there is none. */
    public String contentType() {
        return headers.firstValue("content-type").orElse("").replaceFirst(";.*", "").trim();
    }

    /** This answer, if it has this status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", not " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + text.substring(0, Math.min(text.length(), 2_000));
    }
}
