package org.parley.itests.load;

import java.nio.charset.StandardCharsets;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body   its bytes, never changed
 */
public record LeanAnswer(int status, byte[] body) {

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
