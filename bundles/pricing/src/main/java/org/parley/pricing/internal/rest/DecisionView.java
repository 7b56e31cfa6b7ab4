package org.parley.pricing.internal.rest;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.common.Values;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.Replays;
import org.parley.pricing.internal.Verdict;
import org.parley.pricing.internal.store.DecisionJson;
import org.parley.pricing.internal.store.StoredDecision;
import org.parley.pricing.internal.store.UsageRows;

/** A decision as clients see it: who made it, on which facts, with what result. */
final class DecisionView {

    private DecisionView() {}

    static Values of(Handle handle, Cycle cycle, StoredDecision made) {
        return new Tree().put("cycle", cycle.id()).put("at", made.at())
                .put("strategy", strategy(made.strategy(), made.bundle(), made.bundleVersion()))
                .put("offering", versioned(cycle.terms().offering().value(), cycle.terms().offeringVersion()))
                .put("policy", versioned(cycle.terms().policy().value(), cycle.terms().policyVersion()))
                .put("fallback", made.fallback().isPresent()).put("fallbackReason", made.fallback())
                .put("facts", facts(handle, cycle, made))
                .put("assessment", made.record().object("assessment"))
                .put("decision", made.record().object("decision"))
                .put("after", made.record().object("after"))
                .put("appealUntil", appealUntil(made))
                .put("explanation", explanation(made.record())).build();
    }

    static Values of(Replays.Replay replay) {
        Verdict verdict = replay.verdict();
        Values again = Json.values(DecisionJson.text(verdict, replay.recorded().isBrief()));
        Values then = replay.recorded().record();
        return new Tree().put("strategy", strategy(verdict.by().strategy(), verdict.by().bundle(), verdict.by().version()))
                .put("policy", versioned(replay.terms().policy().id().value(), replay.terms().policy().version()))
                .put("fallback", verdict.by().fallback().isPresent()).put("fallbackReason", verdict.by().fallback())
                .put("same", again.equals(then))
                .put("suggested", verdict.suggestion().amount())
                .put("assessment", again.object("assessment")).put("decision", again.object("decision"))
                .put("after", again.object("after"))
                .put("recorded", new Tree().put("assessment", then.object("assessment"))
                        .put("decision", then.object("decision")).put("after", then.object("after")).build())
                .put("explanation", explanation(Json.values(DecisionJson.text(verdict, false)))).build();
    }

    private static Values facts(Handle handle, Cycle cycle, StoredDecision made) {
        return new Tree().put("opened", cycle.times().opened()).put("ended", cycle.times().ended())
                .put("usage", CycleView.usage(UsageRows.of(handle, cycle.seller(), cycle.id())))
                .put("reference", cycle.reference()).put("suggested", cycle.suggestion().map(Suggestion::amount))
                .put("resuggested", cycle.times().resuggested())
                .put("cyclesPriced", made.before().cyclesPriced()).put("before", made.record().object("before"))
                .put("response", made.record().object("response")).build();
    }

    private static Values strategy(String name, Optional<String> bundle, Optional<String> version) {
        return new Tree().put("name", name).put("bundle", bundle).put("version", version).build();
    }

    private static Values versioned(String id, int version) {
        return new Tree().put("id", id).put("version", version).build();
    }

    private static Optional<Object> appealUntil(StoredDecision made) {
        return made.record().object("decision").flatMap(decision -> decision.duration("appealWithin"))
                .map(made.at()::plus);
    }

    static List<?> explanation(Values record) {
        return record.object("decision").<List<?>>map(decision -> decision.list("explanation")).orElse(List.of());
    }
}
