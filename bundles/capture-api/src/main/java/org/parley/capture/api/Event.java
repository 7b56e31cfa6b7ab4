package org.parley.capture.api;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;

/**
 * One thing that happened: a CloudEvents 1.0 event of a seller. Two events with the same seller, source and id are the
 * same event.
 *
 * @param seller   whose it is; from the key it was sent with, never from the event
 * @param source   the URI reference of the system that made it (CloudEvents {@code source})
 * @param id       unique within the source (CloudEvents {@code id})
 * @param type     such as {@link EventTypes#USAGE}
 * @param customer whom it is about (CloudEvents {@code subject}); empty for an event about nobody in particular
 * @param time     when it happened
 * @param data     what happened; parsed when first looked at
 */
public record Event(SellerId seller, String source, String id, String type, Optional<CustomerId> customer,
        Instant time, Values data) {}
