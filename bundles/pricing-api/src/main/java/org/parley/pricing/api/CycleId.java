package org.parley.pricing.api;

import org.parley.common.Ids;

/** One use period of a relationship and its price; a UUIDv7 made by the engine. */
public record CycleId(String value) {

    public CycleId {
        Ids.check("cycle", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
