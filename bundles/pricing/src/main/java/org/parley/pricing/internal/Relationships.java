package org.parley.pricing.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.seller.api.Clock;

/** Begins relationships. */
@Component(service = Relationships.class)
public final class Relationships {

    private final PricingDatabase database;
    private final Commits commits;
    private final Catalogue catalogue;
    private final Evaluator evaluator;
    private final MadeIds ids;
    private final Clock clock;

    @Activate
    public Relationships(@Reference PricingDatabase database, @Reference Commits commits, @Reference Catalogue catalogue,
            @Reference Evaluator evaluator, @Reference MadeIds ids, @Reference Clock clock) {
        this.database = database;
        this.commits = commits;
        this.catalogue = catalogue;
        this.evaluator = evaluator;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a relationship and opens its first cycle.
     *
     * @throws StateConflict if the customer has one with this offering already
     */
    public Relationship start(SellerId seller, CustomerId customer, OfferingId offering, PolicyId policy) {
        return database.optimistic(db -> {
            Terms terms = db.read(handle -> {
                RelationshipRows.findOpen(handle, seller, customer, offering).ifPresent(Relationships::refuse);
                return catalogue.newest(handle, seller, offering, policy);
            });
            Relationship made = new Relationship(seller, ids.relationship(), customer, offering, policy,
                    evaluator.start(terms), Optional.empty(), clock.now(seller), Optional.empty(), Optional.empty(),
                    Optional.empty(), 0);
            Changes changes = new Changes();
            new Settlement(ids, changes).started(made, terms);
            commits.commit(changes);
            return made;
        });
    }

    private static void refuse(Relationship present) {
        throw new StateConflict(ErrorCode.STATE_CONFLICT, "customer '" + present.customer() + "' has the relationship '"
                + present.id() + "' with offering '" + present.offering() + "' already");
    }
}
