package org.parley.pricing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.WaitingRows;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.seller.api.Clock;

/**
 * Suggests a requested price anew when usage of its period came late. The usage and the suggestion made of it become
 * visible in one transaction, so they fit together at any moment; the deadline stays.
 */
@Component(service = Resuggestion.class)
public final class Resuggestion {

    private record Asked(Loaded loaded, List<WaitingRows.Waiting> late) {}

    private static final int BATCH = 10_000;

    private final PricingDatabase database;
    private final Commits commits;
    private final Loader loader;
    private final Evaluator evaluator;
    private final MadeIds ids;
    private final Clock clock;

    @Activate
    public Resuggestion(@Reference PricingDatabase database, @Reference Commits commits, @Reference Catalogue catalogue,
            @Reference Evaluator evaluator, @Reference MadeIds ids, @Reference Clock clock) {
        this.database = database;
        this.commits = commits;
        this.loader = new Loader(catalogue);
        this.evaluator = evaluator;
        this.ids = ids;
        this.clock = clock;
    }

    /** Counts late usage into the relationship's requested cycle; false if there is neither. */
    public boolean step(SellerId seller, RelationshipId relationship) {
        return database.optimistic(db -> {
            Optional<Asked> asked = db.read(handle -> asked(handle, seller, relationship));
            asked.ifPresent(this::suggest);
            return asked.isPresent();
        });
    }

    private Optional<Asked> asked(Handle handle, SellerId seller, RelationshipId relationship) {
        Optional<Cycle> current = CycleRows.findCurrent(handle, seller, relationship)
                .filter(cycle -> cycle.state() == CycleState.REQUESTED);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        Period period = current.get().period().orElseThrow();
        List<WaitingRows.Waiting> late = WaitingRows.of(handle, seller, relationship,
                period.until().orElseThrow().time(), BATCH).stream().filter(each -> period.holds(each.moment())).toList();
        return late.isEmpty() ? Optional.empty() : Optional.of(new Asked(loader.load(handle, current.get()), late));
    }

    private void suggest(Asked asked) {
        Loaded loaded = asked.loaded().using(sum(asked.loaded().usage(), asked.late()));
        Relationship relationship = loaded.relationship();
        Verdict verdict = evaluator.evaluate(List.of(Cases.again(loaded)),
                Map.of(relationship.id(), relationship.position())).get(0);
        Changes changes = new Changes();
        asked.late().forEach(each ->
                changes.settled.add(new Changes.Settled(relationship.seller(), relationship.id(), each.moment())));
        new Settlement(ids, changes).resuggested(loaded, verdict, clock.now(relationship.seller()));
        commits.commit(changes);
    }

    private static List<UsageLine> sum(List<UsageLine> usage, List<WaitingRows.Waiting> late) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        usage.forEach(line -> sums.merge(line.unit(), line.quantity(), BigDecimal::add));
        late.forEach(each -> sums.merge(each.line().unit(), each.line().quantity(), BigDecimal::add));
        List<UsageLine> lines = new ArrayList<>(sums.size());
        sums.forEach((unit, quantity) -> lines.add(new UsageLine(unit, quantity)));
        return lines;
    }
}
