package org.parley.pricing.internal.rest;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.common.Explanation;
import org.parley.common.Values;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Answer;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.Replays;
import org.parley.pricing.internal.store.LateRows;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.store.UsageRows;

/** A cycle as clients see it. */
final class CycleView {

    private CycleView() {}

    static Values of(Handle handle, Cycle cycle, Replays decisions) {
        return of(cycle, UsageRows.of(handle, cycle.seller(), cycle.id()),
                LateRows.totals(handle, cycle.seller(), cycle.id()), decisions.last(handle, cycle));
    }

    private static Values of(Cycle cycle, List<UsageLine> usage, List<LateRows.Total> late, Optional<StoredDecision> decision) {
        Tree tree = new Tree().put("id", cycle.id()).put("relationship", cycle.relationship())
                .put("customer", cycle.customer()).put("offering", cycle.terms().offering())
                .put("offeringVersion", cycle.terms().offeringVersion()).put("policy", cycle.terms().policy())
                .put("policyVersion", cycle.terms().policyVersion()).put("item", cycle.item())
                .put("state", cycle.state()).put("opened", cycle.times().opened()).put("ended", cycle.times().ended())
                .put(cycle.state() == CycleState.OPEN ? "endsAt" : "deadline", cycle.times().due())
                .put("closed", cycle.times().closed()).put("usage", usage(usage)).put("late", LateUsageView.totals(late)).put("reference", cycle.reference())
                .put("suggested", cycle.suggestion().map(Suggestion::amount)).put("resuggested", cycle.times().resuggested());
        cycle.answer().ifPresent(answer -> price(tree, answer));
        cycle.origin().ifPresent(origin -> tree.put("source", origin.source()).put("sourceId", origin.id()));
        decision.ifPresent(made -> decision(tree, made));
        return tree.put("explanation", cycle.suggestion().map(Suggestion::explanation).orElse(Explanation.of())).build();
    }

    static List<Values> usage(List<UsageLine> usage) {
        return usage.stream().map(line -> new Tree().put("unit", line.unit()).put("quantity", line.quantity()).build())
                .toList();
    }

    private static void price(Tree tree, Answer answer) {
        PriceResponse response = answer.response();
        tree.put("price", response.amount()).put("kind", response.kind())
                .put("reasons", reasons(response.reasons())).put("worth", response.worth())
                .put("comment", answer.comment());
    }

    private static List<Values> reasons(List<ReasonClaim> reasons) {
        return reasons.stream().map(claim -> new Tree().put("code", claim.code()).put("share", claim.share()).build())
                .toList();
    }

    private static void decision(Tree tree, StoredDecision made) {
        Optional<Values> assessment = made.record().object("assessment");
        tree.put("differential", assessment.flatMap(values -> values.decimal("differential")))
                .put("assessment", assessment).put("decision", made.record().object("decision"))
                .put("strategy", made.strategy()).put("fallback", made.fallback().isPresent())
                .put("fallbackReason", made.fallback());
    }
}
