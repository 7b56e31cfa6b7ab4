package org.parley.pricing.api;

import org.parley.common.Ids;

/** One customer's relationship with one offering; a UUIDv7 made by the engine. */
public record RelationshipId(String value) {

    public RelationshipId {
        Ids.check("relationship", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
