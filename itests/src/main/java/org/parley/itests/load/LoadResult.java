package org.parley.itests.load;

import java.util.Arrays;

/**
 * How a load went.
 *
 * @param refused   answers that are not 200
 * @param seconds   from the first request to the last answer
 * @param latencies of each request, in nanoseconds and no particular order
 */
public record LoadResult(int requests, int refused, double seconds, long[] latencies) {

    public LoadResult {
        Arrays.sort(latencies);
    }

    /** Requests a second. */
    public double rate() {
        return requests / seconds;
    }

    /** The latency that this share of the requests does not exceed, in milliseconds. */
    public double millis(double share) {
        return latencies[(int) Math.ceil(share * latencies.length) - 1] / 1e6;
    }
}
