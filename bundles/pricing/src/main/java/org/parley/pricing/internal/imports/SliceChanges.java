package org.parley.pricing.internal.imports;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.common.Explanation;
import org.parley.common.SellerId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Answer;
import org.parley.pricing.internal.Changes;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.CycleState;
import org.parley.pricing.internal.CycleTimes;
import org.parley.pricing.internal.Decided;
import org.parley.pricing.internal.LedgerEntry;
import org.parley.pricing.internal.MadeIds;
import org.parley.pricing.internal.PricingFacts;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.TermsKey;
import org.parley.pricing.internal.Verdict;

/** What the payments of a slice become: cycles that are priced already, decisions, ledger entries, facts. */
final class SliceChanges {

    private final SellerId seller;
    private final MadeIds ids;
    private final Changes changes = new Changes();
    private final Map<RelationshipId, Relationship> relationships = new LinkedHashMap<>();

    SliceChanges(SellerId seller, MadeIds ids) {
        this.seller = seller;
        this.ids = ids;
    }

    Changes changes() {
        return changes;
    }

    /** @param verdicts one for each payment that is not anonymous, in order */
    void make(Slice slice, List<Verdict> verdicts) {
        Iterator<Verdict> next = verdicts.iterator();
        for (Slice.Taken taken : slice.taken()) {
            Optional<Verdict> verdict = taken.relationship().map(known -> next.next());
            taken.relationship().ifPresent(known -> follow(slice, taken, known, verdict.orElseThrow()));
            priced(taken, verdict);
        }
        relationships.values().forEach(each ->
                (slice.isStartedHere(each) ? changes.newRelationships : changes.relationships).add(each));
    }

    private void follow(Slice slice, Slice.Taken taken, Relationship known, Verdict verdict) {
        if (slice.isStartedHere(known) && !relationships.containsKey(known.id())) {
            changes.facts.add(PricingFacts.started(ids.next(), known.at(verdict.before())));
        }
        relationships.merge(known.id(), known.after(taken.cycle(), verdict, taken.line().time()),
                (before, first) -> before.after(taken.cycle(), verdict, taken.line().time()));
        changes.decisions.add(new Decided(seller, taken.cycle(), taken.line().time(), verdict, true));
    }

    private void priced(Slice.Taken taken, Optional<Verdict> verdict) {
        ImportLine line = taken.line();
        Cycle cycle = cycle(taken, verdict);
        changes.newCycles.add(cycle);
        line.usage().forEach(used -> changes.used.add(new Changes.Used(seller, cycle.id(), used)));
        changes.ledger.add(new LedgerEntry(seller, ids.next(), cycle.id(), cycle.relationship(), cycle.customer(),
                line.offering(), line.item(), line.time(), line.response().amount(), line.response().kind()));
        changes.imported.add(new Changes.Imported(seller, line.origin(), line.fingerprint(), cycle.id()));
        changes.facts.add(PricingFacts.priced(ids.next(), cycle, verdict, line.time()));
    }

    private Cycle cycle(Slice.Taken taken, Optional<Verdict> verdict) {
        ImportLine line = taken.line();
        CycleTimes times = new CycleTimes(line.time(), Optional.of(line.time()), Optional.empty(),
                Optional.of(line.time()), Optional.empty());
        Suggestion suggestion = verdict.map(Verdict::suggestion).orElseGet(() -> reference(taken));
        return new Cycle(seller, taken.cycle(), taken.relationship().map(Relationship::id), line.customer(),
                TermsKey.of(taken.terms()), line.item(), CycleState.PRICED, times, line.suggested(),
                Optional.of(suggestion), Optional.of(new Answer(line.response(), Optional.empty())),
                Optional.of(line.origin()), Optional.empty(), 0);
    }

    private static Suggestion reference(Slice.Taken taken) {
        return taken.line().suggested().map(amount -> new Suggestion(amount, false, Explanation.of(
                        new Explanation.Line("REFERENCE", "reference price of this item", amount.amount()))))
                .orElseGet(() -> Slice.nothing(taken.terms()));
    }
}
