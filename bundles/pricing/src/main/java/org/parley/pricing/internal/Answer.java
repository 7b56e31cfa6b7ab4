package org.parley.pricing.internal;

import java.util.Optional;
import org.parley.pricing.api.PriceResponse;

/** What the customer said: the price with its reasons, and a comment in their own words. */
public record Answer(PriceResponse response, Optional<String> comment) {

    /** How long a comment may be, in characters. */
    public static final int MAX_COMMENT = 4000;
}
