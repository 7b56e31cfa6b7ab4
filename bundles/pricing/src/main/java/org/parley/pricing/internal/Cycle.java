package org.parley.pricing.internal;

import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;

/**
 * One use period and its price.
 *
 * @param relationship empty for an anonymous payment
 * @param item         what was used, if it is one thing
 * @param reference    the cycle's own reference price, which takes the schedule's place
 * @param origin       where it was imported from; empty for a cycle that was lived here
 * @param period       whose usage it owns; empty if it was imported, for then the import says what was used
 * @param revision     counts the changes of the row; a change made on an older one is refused
 */
public record Cycle(SellerId seller, CycleId id, Optional<RelationshipId> relationship, Optional<CustomerId> customer,
        TermsKey terms, Optional<String> item, CycleState state, CycleTimes times, Optional<Money> reference,
        Optional<Suggestion> suggestion, Optional<Answer> answer, Optional<Origin> origin,
        Optional<Period> period, long revision) {

    Cycle with(CycleState newState, CycleTimes newTimes, Optional<Suggestion> newSuggestion, Optional<Answer> newAnswer) {
        return new Cycle(seller, id, relationship, customer, terms, item, newState, newTimes, reference, newSuggestion,
                newAnswer, origin, period, revision);
    }

    Cycle in(Period newPeriod) {
        return new Cycle(seller, id, relationship, customer, terms, item, state, times, reference, suggestion, answer,
                origin, Optional.of(newPeriod), revision);
    }
}
