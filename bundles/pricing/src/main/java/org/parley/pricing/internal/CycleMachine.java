package org.parley.pricing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.ErrorCode;
import org.parley.common.Money;
import org.parley.common.StateConflict;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.api.UsageLine;

/** The way of a cycle: OPEN, then REQUESTED, then PRICED or LAPSED. Pure functions; each gives a new cycle. */
final class CycleMachine {

    private CycleMachine() {}

    /** A cycle that opens now; it is due at once if what was used since the last one fills the credit already. */
    static Cycle open(Relationship relationship, Terms terms, CycleId id, Instant at, Period period, List<UsageLine> carried) {
        Optional<Instant> end = terms.policy().cycleLength().map(at::plus);
        Money credit = relationship.position().standing().credit();
        Optional<Instant> due = CreditLimit.reached(terms.offering(), carried, Optional.empty(), credit)
                ? Optional.of(at) : end;
        return new Cycle(relationship.seller(), id, Optional.of(relationship.id()), Optional.of(relationship.customer()),
                TermsKey.of(terms), Optional.empty(), CycleState.OPEN,
                CycleTimes.opened(at, due), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(period), 0);
    }

    /** When use ends if the price is asked for now: no later than it would have ended by itself. */
    static Instant end(Cycle cycle, Instant now) {
        return cycle.times().due().filter(now::isAfter).orElse(now);
    }

    /** Use has ended, and a price was suggested on the usage up to a position of the journal. */
    static Cycle requested(Cycle cycle, Terms terms, Suggestion suggestion, Instant at, long read) {
        requireOpen(cycle);
        Instant deadline = at.plus(terms.policy().respondWithin());
        return cycle.with(CycleState.REQUESTED, cycle.times().ended(at, deadline), Optional.of(suggestion), Optional.empty())
                .in(cycle.period().orElseThrow().ended(at, read));
    }

    /** Usage of its period came late, and the price was suggested anew; the deadline stays. */
    static Cycle resuggested(Cycle cycle, Suggestion suggestion, Instant at) {
        return cycle.with(CycleState.REQUESTED, cycle.times().resuggested(at), Optional.of(suggestion), Optional.empty());
    }

    /** The cycle has a price. */
    static Cycle priced(Cycle cycle, Answer answer, Instant at) {
        return closed(cycle, CycleState.PRICED, Optional.of(answer), at);
    }

    /** The deadline passed in silence. */
    static Cycle lapsed(Cycle cycle, Instant at) {
        return closed(cycle, CycleState.LAPSED, Optional.empty(), at);
    }

    private static Cycle closed(Cycle cycle, CycleState state, Optional<Answer> answer, Instant at) {
        return cycle.with(state, cycle.times().closed(at), cycle.suggestion(), answer);
    }

    static void requireOpen(Cycle cycle) {
        if (cycle.state() != CycleState.OPEN) {
            throw conflict(cycle, "its price was asked for already");
        }
    }

    /** Whether a price may be set now. */
    static void requirePriceable(Cycle cycle, PriceResponse.Kind kind, Instant now) {
        switch (cycle.state()) {
            case OPEN -> throw conflict(cycle, "its price was not asked for yet; request it first");
            case LAPSED -> throw conflict(cycle, "its deadline passed without a price");
            case PRICED -> requireMakeGood(cycle, kind);
            case REQUESTED -> requireInTime(cycle, kind, now);
        }
    }

    /** A make-good raises the first price; it never lowers it. */
    static void requireRaise(Cycle cycle, Money amount) {
        Money first = cycle.answer().orElseThrow().response().amount();
        if (amount.compareTo(first) <= 0) {
            throw new StateConflict(ErrorCode.ALREADY_PRICED, "cycle '" + cycle.id() + "' has the price " + first
                    + "; a make-good must be more than that");
        }
    }

    private static void requireMakeGood(Cycle cycle, PriceResponse.Kind kind) {
        if (kind != PriceResponse.Kind.MAKE_GOOD) {
            throw new StateConflict(ErrorCode.ALREADY_PRICED, "cycle '" + cycle.id()
                    + "' has a price already; to raise it, send a higher amount with \"makeGood\": true");
        }
        if (cycle.origin().isPresent() || cycle.relationship().isEmpty()) {
            throw conflict(cycle, "it was imported, so its price is made good where it came from");
        }
    }

    private static void requireInTime(Cycle cycle, PriceResponse.Kind kind, Instant now) {
        if (kind == PriceResponse.Kind.MAKE_GOOD) {
            throw conflict(cycle, "there is no price to make good yet; set the price itself");
        }
        if (cycle.times().due().filter(now::isAfter).isPresent()) {
            throw conflict(cycle, "its deadline has passed");
        }
    }

    private static StateConflict conflict(Cycle cycle, String why) {
        return new StateConflict(ErrorCode.STATE_CONFLICT, "cycle '" + cycle.id() + "' is " + cycle.state() + ": " + why);
    }
}
