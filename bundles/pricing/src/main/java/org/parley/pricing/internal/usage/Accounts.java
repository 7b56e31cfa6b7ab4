package org.parley.pricing.internal.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.Period;

/**
 * The accounts of one relationship: one for each cycle, one for what happened before the first, one for what comes after
 * the last that has ended, and the number of events that cannot be counted.
 */
final class Accounts {

    private record Cycle(UUID id, Period period, Account account) {}

    private final UUID relationship;
    private final Claim claim;
    private final List<Cycle> cycles = new ArrayList<>(2);
    private final Account before = new Account();
    private final Account after = new Account();
    private long uncountableSaid;
    private long uncountableSeen;

    Accounts(UUID relationship, Claim claim) {
        this.relationship = relationship;
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    /** Adds the next cycle; an open one has what comes after the last that has ended. */
    Account add(UUID cycle, Period period) {
        if (period.until().isEmpty()) {
            return after;
        }
        cycles.add(new Cycle(cycle, period, new Account()));
        return cycles.get(cycles.size() - 1).account();
    }

    /** Where what happened at a moment belongs. */
    Account at(Moment moment) {
        if (moment.millis() < claim.started()) {
            return before;
        }
        int low = 0;
        int high = cycles.size();
        while (low < high) { // the first cycle whose end is not before the moment
            int middle = (low + high) >>> 1;
            if (moment.isAfter(cycles.get(middle).period().until().orElseThrow())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < cycles.size() ? cycles.get(low).account() : after;
    }

    Account before() {
        return before;
    }

    Account after() {
        return after;
    }

    void sayUncountable() {
        uncountableSaid++;
    }

    void see(UsageEvent event) {
        event.line().ifPresentOrElse(line -> at(event.moment()).see(line.unit(), line.quantity()), () -> uncountableSeen++);
    }

    /** @param from what happened before may have been removed from the journal, so it is not compared */
    List<String> faults(Instant from) {
        List<String> faults = new ArrayList<>();
        boolean whole = from.equals(Instant.MIN);
        if (whole) {
            faults.addAll(before.faults("usage before relationship " + relationship + " began"));
        }
        if (whole && uncountableSaid != uncountableSeen) {
            faults.add("relationship " + relationship + ": " + uncountableSaid + " events that cannot be counted are listed, "
                    + "but the journal has " + uncountableSeen);
        }
        for (Cycle cycle : cycles) {
            if (isComplete(cycle.period().since(), from)) {
                faults.addAll(cycle.account().faults("cycle " + cycle.id()));
            }
        }
        Moment last = cycles.isEmpty() ? new Moment(claim.started(), 0)
                : cycles.get(cycles.size() - 1).period().until().orElseThrow();
        if (isComplete(last, from)) {
            faults.addAll(after.faults("the present cycle of relationship " + relationship));
        }
        return faults;
    }

    private static boolean isComplete(Moment since, Instant from) {
        return !since.time().isBefore(from);
    }
}
