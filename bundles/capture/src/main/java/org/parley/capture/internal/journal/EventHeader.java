package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/**
 * What is kept of an event next to its JSON, so that no reader has to parse the JSON to know whether it cares.
 *
 * @param timeGiven whether the time is the sender's own; if not, the JSON has none and it is the time of arrival
 */
public record EventHeader(SellerId seller, String source, String id, String type, Optional<CustomerId> customer,
        Instant time, boolean timeGiven) {}
