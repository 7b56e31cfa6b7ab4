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
import org.parley.pricing.internal.store.DecisionJson;
import org.parley.pricing.internal.store.DecisionRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.pricing.internal.strategy.Evaluator;

/** Recorded decisions, and the same run again on the facts they were made on. Applies nothing. */
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
        Asked asked = database.read(handle -> {
            Cycle found = Loader.cycle(handle, seller, cycle);
            StoredDecision recorded = recorded(handle, found).orElseThrow(() -> none(found));
            return asked(handle, found, recorded, policy);
        });
        return new Replay(asked.recorded(), asked.question().terms(), evaluate(asked));
    }

    /** The last decision about a cycle, with its explanation; empty if there is none. */
    public Optional<StoredDecision> last(Handle handle, Cycle cycle) {
        return recorded(handle, cycle).map(made -> made.isBrief() ? explained(handle, cycle, made) : made);
    }

    /** The last decision about a cycle, which must be there. */
    public StoredDecision required(Handle handle, Cycle cycle) {
        return last(handle, cycle).orElseThrow(() -> none(cycle));
    }

    private static Optional<StoredDecision> recorded(Handle handle, Cycle cycle) {
        List<StoredDecision> all = DecisionRows.of(handle, cycle.seller(), cycle.id());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** With the explanation that the strategy gives now, if it still decides the same. */
    private StoredDecision explained(Handle handle, Cycle cycle, StoredDecision made) {
        Verdict again = evaluate(asked(handle, cycle, made, Optional.empty()));
        boolean same = Json.values(DecisionJson.text(again, true)).equals(made.record());
        return same ? made.with(Json.values(DecisionJson.text(again, false))) : made;
    }

    private Verdict evaluate(Asked asked) {
        return evaluator.evaluate(List.of(asked.question()),
                Map.of(asked.question().relationship(), asked.recorded().before())).get(0);
    }

    private Asked asked(Handle handle, Cycle cycle, StoredDecision recorded, Optional<PolicyId> policy) {
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

    private static StateConflict none(Cycle cycle) {
        return new StateConflict(ErrorCode.NOT_FOUND, "cycle '" + cycle.id() + "' has no decision"
                + (cycle.relationship().isEmpty() ? ": its payment is anonymous" : " yet"));
    }
}
