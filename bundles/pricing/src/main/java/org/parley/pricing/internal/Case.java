package org.parley.pricing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipFacts;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.UsageLine;

/**
 * What a strategy is asked about one cycle.
 *
 * @param suggestion if present, what was suggested before; else the strategy is asked for it
 * @param response   if present, to be assessed and decided; else only a binding suggestion is
 */
public record Case(RelationshipId relationship, CycleId cycle, Terms terms, List<UsageLine> usage,
        Optional<Money> reference, Instant opened, Instant ended, Optional<Suggestion> suggestion,
        Optional<PriceResponse> response) {

    /** The same case under the policy's fallback strategy. */
    public Case asFallback() {
        return new Case(relationship, cycle, new Terms(terms.offering(), terms.policy().asFallback()), usage, reference,
                opened, ended, suggestion, response);
    }

    /** What is known of the cycle. */
    public CycleFacts cycleFacts(Position at) {
        return new CycleFacts(cycle, terms.offering(), terms.policy(), at.standing(), at.cyclesPriced(), usage,
                reference, opened, ended);
    }

    /** What is known of the relationship. */
    public RelationshipFacts relationshipFacts(Position at) {
        return new RelationshipFacts(terms.offering(), terms.policy(), at.standing(), at.cyclesPriced());
    }
}
