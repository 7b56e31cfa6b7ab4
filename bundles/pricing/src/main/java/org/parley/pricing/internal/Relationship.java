package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.RelationshipState;

/**
 * One customer's relationship with one offering.
 *
 * @param reputation  the mean fairness after the last decision, 0 to 1, if the strategy keeps one
 * @param lastDecided the cycle of the last decision
 * @param fallback    why the last answer was not the named strategy's; empty if it was
 * @param revision    counts the changes of the row; a change made on an older one is refused
 */
public record Relationship(SellerId seller, RelationshipId id, CustomerId customer, OfferingId offering, PolicyId policy,
        Position position, Optional<Double> reputation, Instant started, Optional<Instant> lastPriced,
        Optional<CycleId> lastDecided, Optional<String> fallback, long revision) {

    /** Whether it takes part in anything: no cycle is opened while it does not. */
    public boolean runs() {
        RelationshipState state = position.standing().state();
        return state != RelationshipState.EXITED && state != RelationshipState.PAUSED;
    }

    /** The relationship as it is at another position. */
    public Relationship at(Position other) {
        return new Relationship(seller, id, customer, offering, policy, other, reputation, started, lastPriced,
                lastDecided, fallback, revision);
    }

    /** The relationship after a cycle of it was answered, or was left unanswered. */
    public Relationship after(CycleId cycle, Verdict verdict, Instant at) {
        boolean paid = verdict.response().filter(Verdict::isPrice).isPresent();
        return new Relationship(seller, id, customer, offering, policy, verdict.after(),
                verdict.decision().isPresent() && verdict.by().fallback().isEmpty()
                        ? verdict.decision().get().reputation() : reputation,
                started, paid ? later(at) : lastPriced, Optional.of(cycle), verdict.by().fallback(), revision);
    }

    /** The relationship after only a suggestion was made: what is known of the strategy's answer. */
    Relationship suggested(Verdict verdict) {
        return new Relationship(seller, id, customer, offering, policy, verdict.after(), reputation, started, lastPriced,
                lastDecided, verdict.by().fallback(), revision);
    }

    private Optional<Instant> later(Instant at) {
        return Optional.of(lastPriced.filter(last -> last.isAfter(at)).orElse(at));
    }
}
