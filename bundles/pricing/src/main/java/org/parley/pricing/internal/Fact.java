package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/**
 * Something the journal will be told.
 *
 * @param id   the event's id; stays the same however often it is sent
 * @param data the event's data as JSON text
 */
public record Fact(UUID id, SellerId seller, String type, Optional<CustomerId> customer, Instant time, String data) {}
