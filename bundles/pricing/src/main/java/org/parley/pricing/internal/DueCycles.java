package org.parley.pricing.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.WaitingRows;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.pricing.internal.usage.WaitingUsage;

/**
 * Does what falls due: ends use periods and lets deadlines pass, each at its own time and in the order of time, many
 * in one transaction.
 */
@Component(service = DueCycles.class)
public final class DueCycles {

    /** What one call did: how many cycles moved on, and the time of the last of them. */
    public record Fired(int count, Instant last) {}

    private static final int BATCH = 500;

    private final PricingDatabase database;
    private final Commits commits;
    private final Loader loader;
    private final Evaluator evaluator;
    private final MadeIds ids;
    private final WaitingUsage waiting;

    @Activate
    public DueCycles(@Reference PricingDatabase database, @Reference Commits commits, @Reference Catalogue catalogue,
            @Reference Evaluator evaluator, @Reference MadeIds ids, @Reference WaitingUsage waiting) {
        this.database = database;
        this.commits = commits;
        this.loader = new Loader(catalogue);
        this.evaluator = evaluator;
        this.ids = ids;
        this.waiting = waiting;
    }

    /** Whether anything is due up to a time. */
    public boolean anyDue(SellerId seller, Instant upTo) {
        return database.read(handle -> !CycleRows.due(handle, seller, upTo, 1).isEmpty()
                || WaitingRows.first(handle, seller, upTo).isPresent());
    }

    /** Does the next of what is due up to a time; empty if nothing is. */
    public synchronized Optional<Fired> fireNext(SellerId seller, Instant upTo) {
        Optional<Fired> counted = countNext(seller, upTo);
        return counted.isPresent() ? counted : fireCycles(seller, upTo);
    }

    /** Usage whose time has come before the next cycle falls due counts first: the cycle may fall due earlier by it. */
    private Optional<Fired> countNext(SellerId seller, Instant upTo) {
        Instant bound = database.read(handle -> CycleRows.due(handle, seller, upTo, 1)).stream().findFirst()
                .map(CycleRows.Due::at).orElse(upTo);
        Optional<WaitingRows.First> first = database.read(handle -> WaitingRows.first(handle, seller, bound));
        first.ifPresent(found -> waiting.settle(seller, found.relationship(), bound));
        return first.map(found -> new Fired(0, found.time()));
    }

    private Optional<Fired> fireCycles(SellerId seller, Instant upTo) {
        return database.optimistic(db -> {
            Map<CycleRows.Due, Loaded> batch = db.read(handle -> batch(handle, seller, upTo));
            if (batch.isEmpty()) {
                return Optional.empty();
            }
            List<CycleRows.Due> due = List.copyOf(batch.keySet());
            commits.commit(changes(due, List.copyOf(batch.values())));
            return Optional.of(new Fired(due.size(), due.get(due.size() - 1).at()));
        });
    }

    /** As much as can be done at once: up to the time at which usage comes in, or one of these may be due again. */
    private Map<CycleRows.Due, Loaded> batch(Handle handle, SellerId seller, Instant upTo) {
        Map<CycleRows.Due, Loaded> batch = new LinkedHashMap<>();
        Instant usage = WaitingRows.first(handle, seller, upTo).map(WaitingRows.First::time).orElse(Instant.MAX);
        Instant horizon = Instant.MAX;
        for (CycleRows.Due due : CycleRows.due(handle, seller, upTo, BATCH)) {
            if (due.at().isAfter(horizon) || !due.at().isBefore(usage)) {
                break;
            }
            Loaded loaded = loader.load(handle, Loader.cycle(handle, seller, due.id()));
            batch.put(due, loaded);
            Instant again = due.at().plus(soonestAgain(loaded));
            horizon = again.isBefore(horizon) ? again : horizon;
        }
        return batch;
    }

    private static Duration soonestAgain(Loaded loaded) {
        if (!loaded.carried().isEmpty()) {
            return Duration.ZERO;
        }
        PolicyTerms policy = loaded.next().policy();
        Duration respond = loaded.terms().policy().respondWithin();
        return policy.cycleLength().filter(length -> length.compareTo(respond) < 0).orElse(respond);
    }

    private Changes changes(List<CycleRows.Due> due, List<Loaded> loaded) {
        List<Case> cases = new ArrayList<>(due.size());
        Map<RelationshipId, Position> positions = new HashMap<>();
        for (int i = 0; i < due.size(); i++) {
            Loaded each = loaded.get(i);
            cases.add(due.get(i).state() == CycleState.OPEN ? Cases.request(each, due.get(i).at()) : Cases.silence(each));
            positions.put(each.relationship().id(), each.relationship().position());
        }
        List<Verdict> verdicts = evaluator.evaluate(cases, positions);
        Changes changes = new Changes();
        Settlement settlement = new Settlement(ids, changes);
        for (int i = 0; i < due.size(); i++) {
            if (due.get(i).state() == CycleState.OPEN) {
                settlement.requested(loaded.get(i), verdicts.get(i), due.get(i).at());
            } else {
                settlement.lapsed(loaded.get(i), verdicts.get(i), due.get(i).at());
            }
        }
        return changes;
    }
}
