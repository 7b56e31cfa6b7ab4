package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/**
 * Which events of a seller are wanted, the latest first.
 *
 * @param customer only those about this customer; without one, the order is that of arrival instead of time
 * @param from     the earliest time, inclusive
 * @param to       the latest time, exclusive
 * @param after    the cursor of the page before
 */
public record TimelineQuery(SellerId seller, Optional<CustomerId> customer, Optional<String> type,
        Optional<Instant> from, Optional<Instant> to, int limit, Optional<String> after) {

    boolean wants(StoredEvent event) {
        EventHeader header = event.header();
        return header.seller().equals(seller) && wantsType(header.type())
                && from.map(time -> !header.time().isBefore(time)).orElse(true)
                && to.map(time -> header.time().isBefore(time)).orElse(true);
    }

    boolean wantsType(String found) {
        return type.map(found::equals).orElse(true);
    }
}
