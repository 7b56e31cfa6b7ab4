package org.parley.pricing.internal.usage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.pricing.api.OfferingId;

/**
 * What makes a customer's usage that of a relationship.
 *
 * @param started  when the relationship began, in milliseconds since 1970
 * @param readFrom how far the journal had been read by then: what was recorded before is none of its business
 */
public record Claim(OfferingId offering, long started, long readFrom) {

    /**
     * Whose an event is: for each offering it counts for, of the relationships that were there when it was recorded, the
     * last that had begun by the event's time, or the first if none had.
     *
     * @param all a customer's relationships, in the order in which they began
     */
    public static <T> Collection<T> owners(List<T> all, Function<T, Claim> claim, UsageEvent event) {
        Map<OfferingId, T> chosen = new HashMap<>();
        for (T each : all) {
            Claim its = claim.apply(each);
            boolean counts = event.offering().map(its.offering().value()::equals).orElse(true);
            if (!counts || its.readFrom() >= event.moment().position()) {
                continue;
            }
            if (its.started() <= event.moment().millis()) {
                chosen.put(its.offering(), each);
            } else {
                chosen.putIfAbsent(its.offering(), each);
            }
        }
        return chosen.values();
    }
}
