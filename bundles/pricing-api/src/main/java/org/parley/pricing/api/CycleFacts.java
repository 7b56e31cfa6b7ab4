package org.parley.pricing.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Money;

/**
 * All that a strategy knows about a cycle whose use has ended.
 *
 * @param cycle        the cycle
 * @param offering     what was used
 * @param policy       the rules it was offered under
 * @param standing     where the relationship stood during the cycle
 * @param cyclesPriced how many cycles of the relationship were priced before this one
 * @param usage        what was used, by unit
 * @param reference    the cycle's own reference price, which takes the schedule's place
 * @param opened       when the use period began
 * @param ended        when it ended
 */
public record CycleFacts(CycleId cycle, OfferingTerms offering, PolicyTerms policy, Standing standing,
        long cyclesPriced, List<UsageLine> usage, Optional<Money> reference, Instant opened, Instant ended) {

    public CycleFacts {
        usage = List.copyOf(usage);
    }
}
