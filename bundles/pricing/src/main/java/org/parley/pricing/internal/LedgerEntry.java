package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.common.CustomerId;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipId;

/**
 * One payment; written once and never changed.
 *
 * @param money what this entry adds: the price, or for a make-good the difference to the first price; not negative
 */
public record LedgerEntry(SellerId seller, UUID id, CycleId cycle, Optional<RelationshipId> relationship,
        Optional<CustomerId> customer, OfferingId offering, Optional<String> item, Instant at, Money money,
        PriceResponse.Kind kind) {}
