package org.parley.pricing.internal.rest;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.common.Values;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.Replays;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.store.UsageRows;
import org.parley.pricing.internal.store.WaitingRows;

/** A relationship as clients see it. */
final class RelationshipView {

    private RelationshipView() {}

    static Values of(Handle handle, Relationship r, Replays decisions) {
        Optional<StoredDecision> last = r.lastDecided()
                .flatMap(cycle -> CycleRows.find(handle, r.seller(), cycle.value()))
                .flatMap(cycle -> decisions.last(handle, cycle));
        return brief(r)
                .put("cycle", CycleRows.findCurrent(handle, r.seller(), r.id()).map(cycle -> CycleView.of(handle, cycle, decisions)))
                .put("carried", CycleView.usage(UsageRows.carried(handle, r.seller(), r.id())))
                .put("waitingEvents", WaitingRows.count(handle, r.seller(), r.id()))
                .put("decision", last.flatMap(made -> made.record().object("decision")))
                .put("explanation", last.<Object>map(made -> DecisionView.explanation(made.record())).orElse(List.of()))
                .build();
    }

    static Values inList(Relationship r) {
        return brief(r).build();
    }

    private static Tree brief(Relationship r) {
        return new Tree().put("id", r.id()).put("customer", r.customer()).put("offering", r.offering())
                .put("policy", r.policy()).put("state", r.position().standing().state())
                .put("tier", r.position().standing().tier()).put("credit", r.position().standing().credit())
                .put("reputation", r.reputation()).put("cyclesPriced", r.position().cyclesPriced())
                .put("started", r.started()).put("lastPriced", r.lastPriced())
                .put("fallback", r.fallback().isPresent()).put("fallbackReason", r.fallback());
    }
}
