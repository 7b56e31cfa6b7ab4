package org.parley.pricing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.Decision;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Standing;

/** What follows from a verdict: the cycle's and the relationship's next step, the ledger entry, the facts. No I/O. */
final class Settlement {

    private final MadeIds ids;
    private final Changes changes;

    Settlement(MadeIds ids, Changes changes) {
        this.ids = ids;
        this.changes = changes;
    }

    /** The cycle's use ended; with a binding suggestion it has its price at once. */
    Cycle requested(Loaded loaded, Verdict verdict, Instant at) {
        Cycle cycle = CycleMachine.requested(loaded.cycle(), loaded.terms(), verdict.suggestion(), at, loaded.read());
        if (verdict.response().isPresent()) {
            return settled(loaded, cycle, new Answer(verdict.response().get(), Optional.empty()), verdict, at);
        }
        changes.cycles.add(cycle);
        changes.relationships.add(loaded.relationship().suggested(verdict));
        changes.facts.add(PricingFacts.requested(ids.next(), loaded.relationship(), cycle, at));
        return cycle;
    }

    /** Usage of the cycle's period came late; with a binding suggestion it has its price now. */
    Cycle resuggested(Loaded loaded, Verdict verdict, Instant at) {
        Cycle cycle = CycleMachine.resuggested(loaded.cycle(), verdict.suggestion(), at);
        loaded.usage().forEach(line -> changes.used.add(new Changes.Used(cycle.seller(), cycle.id(), line)));
        changes.facts.add(PricingFacts.resuggested(ids.next(), loaded.relationship(), cycle, at));
        if (verdict.response().isPresent()) {
            return settled(loaded, cycle, new Answer(verdict.response().get(), Optional.empty()), verdict, at);
        }
        changes.cycles.add(cycle);
        changes.relationships.add(loaded.relationship().suggested(verdict));
        return cycle;
    }

    /** The customer set or raised a price. */
    Cycle answered(Loaded loaded, Answer answer, Verdict verdict, Instant at) {
        return settled(loaded, loaded.cycle(), answer, verdict, at);
    }

    /** Nobody answered in time. */
    void lapsed(Loaded loaded, Verdict verdict, Instant at) {
        Cycle cycle = CycleMachine.lapsed(loaded.cycle(), at);
        Relationship after = loaded.relationship().after(cycle.id(), verdict, at);
        changes.cycles.add(cycle);
        changes.relationships.add(after);
        changes.decisions.add(new Decided(cycle.seller(), cycle.id(), at, verdict, false));
        changes.facts.add(PricingFacts.lapsed(ids.next(), after, cycle, at));
        changedWithoutPrice(after, verdict, at);
        openNext(after, loaded, cycle, at);
    }

    /** A relationship began, and its first cycle with it. */
    Cycle started(Relationship relationship, Terms terms) {
        changes.newRelationships.add(relationship);
        changes.facts.add(PricingFacts.started(ids.next(), relationship));
        Cycle first = CycleMachine.open(relationship, terms, ids.cycle(), relationship.started(),
                Period.first(relationship.started()), List.of());
        changes.newCycles.add(first);
        changes.facts.add(PricingFacts.opened(ids.next(), relationship, first));
        return first;
    }

    private Cycle settled(Loaded loaded, Cycle asked, Answer answer, Verdict verdict, Instant at) {
        PriceResponse response = answer.response();
        Cycle cycle = CycleMachine.priced(asked, answer, at);
        Relationship after = loaded.relationship().after(cycle.id(), verdict, at);
        changes.cycles.add(cycle);
        changes.relationships.add(after);
        changes.decisions.add(new Decided(cycle.seller(), cycle.id(), at, verdict, false));
        changes.ledger.add(entry(cycle, response, added(asked, response), at));
        changes.facts.add(PricingFacts.priced(ids.next(), cycle, Optional.of(verdict), at));
        if (response.kind() != PriceResponse.Kind.MAKE_GOOD) {
            openNext(after, loaded, cycle, at);
        }
        return cycle;
    }

    private LedgerEntry entry(Cycle cycle, PriceResponse response, Money added, Instant at) {
        return new LedgerEntry(cycle.seller(), ids.next(), cycle.id(), cycle.relationship(), cycle.customer(),
                cycle.terms().offering(), cycle.item(), at, added, response.kind());
    }

    private static Money added(Cycle before, PriceResponse response) {
        return response.kind() == PriceResponse.Kind.MAKE_GOOD
                ? response.amount().minus(before.answer().orElseThrow().response().amount())
                : response.amount();
    }

    private void changedWithoutPrice(Relationship after, Verdict verdict, Instant at) {
        Standing before = verdict.before().standing();
        Standing now = verdict.after().standing();
        if (before.state() != now.state() || before.tier() != now.tier()) {
            String rule = verdict.decision().map(Decision::rule).orElse("SILENT");
            changes.facts.add(PricingFacts.changed(ids.next(), after, before, rule, at));
        }
    }

    private void openNext(Relationship after, Loaded loaded, Cycle ended, Instant at) {
        if (!after.runs()) {
            return;
        }
        Cycle next = CycleMachine.open(after, loaded.next(), ids.cycle(), at, ended.period().orElseThrow().next(),
                loaded.carried());
        changes.newCycles.add(next);
        if (!loaded.carried().isEmpty()) {
            changes.carried.add(new Changes.Carried(after.seller(), after.id(), next.id()));
        }
        changes.facts.add(PricingFacts.opened(ids.next(), after, next));
    }
}
