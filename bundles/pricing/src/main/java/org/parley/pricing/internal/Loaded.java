package org.parley.pricing.internal;

import java.util.List;
import org.parley.pricing.api.UsageLine;

/**
 * A cycle with all that is needed to take it a step further.
 *
 * @param terms   what the cycle runs under
 * @param next    what the relationship's next cycle will run under
 * @param usage   what was used in it
 * @param carried what was used since its use period ended
 * @param read    how far the journal had been read for it
 */
public record Loaded(Relationship relationship, Cycle cycle, Terms terms, Terms next, List<UsageLine> usage,
        List<UsageLine> carried, long read) {

    /** The same after this much more was used in the cycle. */
    Loaded using(List<UsageLine> all) {
        return new Loaded(relationship, cycle, terms, next, all, carried, read);
    }
}
