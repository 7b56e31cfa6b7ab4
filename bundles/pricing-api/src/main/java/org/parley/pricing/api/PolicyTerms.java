package org.parley.pricing.api;

import java.time.Duration;
import java.util.Optional;
import org.parley.common.Values;

/**
 * A published policy: which strategy decides, by which numbers. A published version never changes.
 *
 * @param id            the policy
 * @param version       counts its changes, from 1
 * @param strategy      the name of the strategy
 * @param parameters    the strategy's own
 * @param fallback      the strategy that answers when the named one cannot
 * @param respondWithin how long the customer has to set a price once asked
 * @param cycleLength   after which a use period ends by itself; empty if only a request or the credit limit ends it
 */
public record PolicyTerms(PolicyId id, int version, String strategy, Values parameters, Fallback fallback,
        Duration respondWithin, Optional<Duration> cycleLength) {

    /** A strategy by name, with its parameters. */
    public record Fallback(String strategy, Values parameters) {}

    /** The same policy as its fallback strategy sees it. */
    public PolicyTerms asFallback() {
        return new PolicyTerms(id, version, fallback.strategy(), fallback.parameters(), fallback, respondWithin,
                cycleLength);
    }
}
