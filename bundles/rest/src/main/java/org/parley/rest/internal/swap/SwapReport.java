package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a swap went.
 *
 * @param drained   requests that were inside when the lane was closed
 * @param took      how long the lane was closed
 * @param refreshed the bundles that were refreshed
 * @param failure   why the previous version runs again or nothing was done; empty if the new one runs
 */
public record SwapReport(String module, String from, String to, int drained, Lane.Closing closing, Duration took,
        List<String> refreshed, Optional<String> failure) {

    public String told() {
        return failure.map(why -> "NOT SWAPPED: " + why + "\n").orElse("")
                + module + ": " + from + " -> " + to + "\n"
                + "drained " + drained + " requests, held " + closing.held() + ", longest hold "
                + closing.longestHold().toMillis() + " ms, lane closed " + took.toMillis() + " ms\n"
                + "refreshed: " + (refreshed.isEmpty() ? "nothing" : String.join(", ", refreshed));
    }
}
