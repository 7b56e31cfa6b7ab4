package org.parley.pricing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.journal.UsageReader;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.pricing.internal.usage.WaitingUsage;
import org.parley.seller.api.Clock;

/**
 * What people do to cycles: ask for the price, set it, raise it. Each operation reads, asks the strategy without
 * holding the database, and writes only if what it read is still so.
 */
@Component(service = Cycles.class)
public final class Cycles {

    private final PricingDatabase database;
    private final Commits commits;
    private final Loader loader;
    private final Evaluator evaluator;
    private final MadeIds ids;
    private final Clock clock;
    private final UsageReader usage;
    private final WaitingUsage waiting;

    @Activate
    public Cycles(@Reference PricingDatabase database, @Reference Commits commits, @Reference Catalogue catalogue,
            @Reference Evaluator evaluator, @Reference MadeIds ids, @Reference Clock clock, @Reference UsageReader usage,
            @Reference WaitingUsage waiting) {
        this.database = database;
        this.commits = commits;
        this.loader = new Loader(catalogue);
        this.evaluator = evaluator;
        this.ids = ids;
        this.clock = clock;
        this.usage = usage;
        this.waiting = waiting;
    }

    /**
     * Ends the use period and asks for the price, or sets it if the suggestion is binding. Usage that was accepted
     * before this call counts.
     */
    public void request(SellerId seller, String cycle) {
        usage.awaitAllCounted();
        Instant now = clock.now(seller);
        database.optimistic(db -> {
            waiting.settle(seller, cycle, now);
            Loaded loaded = db.read(handle -> {
                Cycle found = Loader.cycle(handle, seller, cycle);
                CycleMachine.requireOpen(found);
                return loader.load(handle, found);
            });
            Instant end = CycleMachine.end(loaded.cycle(), now);
            Verdict verdict = verdict(loaded, Cases.request(loaded, end));
            Changes changes = new Changes();
            new Settlement(ids, changes).requested(loaded, verdict, end);
            commits.commit(changes);
            return true;
        });
    }

    /**
     * Sets the price of a requested cycle, or raises that of a priced one if the input says so. It is judged against the
     * suggestion on all usage that was counted before, also if some of that came after the suggestion was read.
     */
    public void price(SellerId seller, String cycle, PriceInput input) {
        Instant now = clock.now(seller);
        database.optimistic(db -> {
            waiting.settle(seller, cycle, now);
            Loaded loaded = db.read(handle -> {
                Cycle found = Loader.cycle(handle, seller, cycle);
                CycleMachine.requirePriceable(found, input.kind(), now);
                return loader.load(handle, found);
            });
            Answer answer = answer(loaded, input);
            Verdict verdict = verdict(loaded, Cases.answer(loaded, answer.response()));
            Changes changes = new Changes();
            new Settlement(ids, changes).answered(loaded, answer, verdict, now);
            commits.commit(changes);
            return true;
        });
    }

    private static Answer answer(Loaded loaded, PriceInput input) {
        Suggestion suggestion = loaded.cycle().suggestion().orElseThrow();
        Answer answer = input.answer(loaded.terms().offering(), suggestion, loaded.cycle().answer());
        if (answer.response().kind() == PriceResponse.Kind.MAKE_GOOD) {
            CycleMachine.requireRaise(loaded.cycle(), answer.response().amount());
        }
        return answer;
    }

    private Verdict verdict(Loaded loaded, Case asked) {
        return evaluator.evaluate(List.of(asked),
                Map.of(loaded.relationship().id(), loaded.relationship().position())).get(0);
    }
}
