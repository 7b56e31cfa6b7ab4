package org.parley.pricing.internal;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.ReaderPositions;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.pricing.internal.store.UsageRows;

/** Reads a cycle with all that its next step needs. */
record Loader(Catalogue catalogue) {

    /** A cycle of this seller; that of another seller is as absent as none. */
    static Cycle cycle(Handle handle, SellerId seller, String id) {
        return CycleRows.find(handle, seller, id).orElseThrow(() -> StateConflict.absent("cycle", id));
    }

    /** @param cycle one of a relationship */
    Loaded load(Handle handle, Cycle cycle) {
        SellerId seller = cycle.seller();
        String id = cycle.relationship().orElseThrow().value();
        Optional<Relationship> found = RelationshipRows.find(handle, seller, id);
        Relationship relationship = found.orElseThrow(() -> StateConflict.absent("relationship", id));
        return new Loaded(relationship, cycle, catalogue.terms(handle, seller, cycle.terms()),
                catalogue.newest(handle, seller, relationship.offering(), relationship.policy()),
                UsageRows.of(handle, seller, cycle.id()), UsageRows.carried(handle, seller, relationship.id()),
                ReaderPositions.get(handle, ReaderPositions.USAGE));
    }
}
