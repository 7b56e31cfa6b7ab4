package org.parley.pricing.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.store.DecisionRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.pricing.internal.strategy.Evaluator;

/** Runs a recorded decision again, on the facts it was made on, and applies nothing. */
@Component(service = Replays.class)
public final class Replays {

    /** What was decided then, and what is now. */
    public record Replay(StoredDecision recorded, Terms terms, Verdict verdict) {}

    private record Asked(StoredDecision recorded, Case question) {}

    private final PricingDatabase database;
    private final Catalogue catalogue;
    private final Evaluator evaluator;

    @Activate
    public Replays(@Reference PricingDatabase database, @Reference Catalogue catalogue, @Reference Evaluator evaluator) {
        this.database = database;
        this.catalogue = catalogue;
        this.evaluator = evaluator;
    }

    /** @param policy whose newest version decides; if absent, the version that decided then */
    public Replay replay(SellerId seller, String cycle, Optional<PolicyId> policy) {
        Asked asked = database.read(handle -> asked(handle, Loader.cycle(handle, seller, cycle), policy));
        Verdict verdict = evaluator.evaluate(List.of(asked.question()),
                Map.of(asked.question().relationship(), asked.recorded().before())).get(0);
        return new Replay(asked.recorded(), asked.question().terms(), verdict);
    }

    /** The last decision about a cycle. */
    public static StoredDecision last(Handle handle, Cycle cycle) {
        List<StoredDecision> all = DecisionRows.of(handle, cycle.seller(), cycle.id());
        if (all.isEmpty()) {
            throw new StateConflict(ErrorCode.NOT_FOUND, "cycle '" + cycle.id() + "' has no decision"
                    + (cycle.relationship().isEmpty() ? ": its payment is anonymous" : " yet"));
        }
        return all.get(all.size() - 1);
    }

    private Asked asked(Handle handle, Cycle cycle, Optional<PolicyId> policy) {
        StoredDecision recorded = last(handle, cycle);
        Terms then = catalogue.terms(handle, cycle.seller(), cycle.terms());
        PolicyTerms rules = policy.map(id -> catalogue.policy(handle, cycle.seller(), id)
                .orElseThrow(() -> StateConflict.absent("policy", id.value()))).orElse(then.policy());
        // What an import came without cannot be suggested afterwards.
        boolean suggestAgain = cycle.origin().isEmpty() || cycle.reference().isPresent();
        RelationshipId relationship = cycle.relationship().orElseThrow();
        return new Asked(recorded, new Case(relationship, cycle.id(), new Terms(then.offering(), rules),
                UsageRows.of(handle, cycle.seller(), cycle.id()), cycle.reference(), cycle.times().opened(),
                cycle.times().ended().orElse(cycle.times().opened()),
                suggestAgain ? Optional.empty() : cycle.suggestion(), Optional.of(recorded.response())));
    }
}
