package org.parley.capture.internal.meters.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.capture.internal.meters.Group;

/**
 * Gives what is new a row. A customer's window has a bounded number of groups, so that a field with ever other values
 * does not make a row of each event; what comes after them is put together in one more row. The rows for all groups
 * stay exact. Who comes first is decided by the journal's order, whatever the batches.
 */
final class Placing {

    /** How many groups of a customer (or of all) have rows of their own in one window. */
    static final int MAX_GROUPS = 1000;

    private final Function<Slot, Optional<Row>> stored;
    private final Map<Slot, Row> placed = new LinkedHashMap<>();

    private Placing(Function<Slot, Optional<Row>> stored) {
        this.stored = stored;
    }

    /**
     * The same figures, in the slots that they belong into.
     *
     * @param added  what is to be added, the row for all groups before those of its groups
     * @param stored the rows there are
     */
    static Map<Slot, Row> of(Map<Slot, Row> added, Function<Slot, Optional<Row>> stored) {
        Placing placing = new Placing(stored);
        added.forEach(placing::place);
        return placing.placed;
    }

    private void place(Slot slot, Row row) {
        boolean isNew = slot.group() instanceof Group.Of && stored.apply(slot).isEmpty();
        Slot home = isNew && !admit(slot.with(Group.ALL)) ? slot.with(Group.REST) : slot;
        placed.merge(home, row, Row::merge);
    }

    private boolean admit(Slot all) {
        Row added = placed.get(all);
        int groups = added.groups() + stored.apply(all).map(Row::groups).orElse(0);
        if (groups < MAX_GROUPS) {
            placed.put(all, added.withGroups(added.groups() + 1));
        }
        return groups < MAX_GROUPS;
    }
}
