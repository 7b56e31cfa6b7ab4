package org.parley.pricing.internal;

import java.util.Optional;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Suggestion;

/**
 * What came of a {@link Case}.
 *
 * @param before     how far the relationship had come
 * @param after      how far it has come now; after a fallback's answer its standing is as before
 * @param response   what was judged; empty if there is only a suggestion so far
 * @param assessment empty if nothing was judged, or nobody could
 * @param decision   likewise
 * @param by         who answered
 */
public record Verdict(Position before, Position after, Suggestion suggestion, Optional<PriceResponse> response,
        Optional<Assessment> assessment, Optional<Decision> decision, By by) {

    /**
     * Who answered.
     *
     * @param strategy the name of the strategy that answered, or of the one that should have
     * @param bundle   its bundle's symbolic name; empty if none answered
     * @param version  its bundle's version
     * @param fallback why it was not the named strategy; empty if it was
     */
    public record By(String strategy, Optional<String> bundle, Optional<String> version, Optional<String> fallback) {}

    /** Whether the cycle has its first price with this response. */
    public static boolean isPrice(PriceResponse response) {
        return response.kind() == PriceResponse.Kind.PRICE || response.kind() == PriceResponse.Kind.FIXED;
    }
}
