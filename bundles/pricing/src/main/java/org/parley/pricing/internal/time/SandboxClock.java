package org.parley.pricing.internal.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.Values;
import org.parley.pricing.internal.DueCycles;
import org.parley.pricing.internal.Fields;
import org.parley.pricing.internal.journal.UsageReader;
import org.parley.seller.api.Clock;

/** Moves a sandbox seller's clock, and does on the way all that falls due, each at its own time. */
@Component(service = SandboxClock.class)
public final class SandboxClock {

    /** Where the clock stands, and how many cycles moved on by themselves on the way. */
    public record Moved(Instant now, long fired) {}

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Clock clock;
    private final DueCycles due;
    private final UsageReader usage;

    @Activate
    public SandboxClock(@Reference Clock clock, @Reference DueCycles due, @Reference UsageReader usage) {
        this.clock = clock;
        this.due = due;
        this.usage = usage;
    }

    /**
     * Moves the clock by {@code advance} (ISO 8601) or to {@code to}.
     *
     * @throws StateConflict if the seller is not in sandbox mode
     */
    public Moved move(SellerId seller, Values body) {
        Fields.requireKnown(body, Set.of("advance", "to"));
        if (!clock.isSandbox(seller)) {
            throw new StateConflict(ErrorCode.NOT_SANDBOX, "seller '" + seller + "' lives by the wall clock");
        }
        Instant now = clock.now(seller);
        Instant to = target(now, body);
        if (to.isBefore(now) || Duration.between(now, to).compareTo(LONGEST) > 0) {
            throw invalid(body.has("to") ? "to" : "advance",
                    "the clock goes forward, at most ten years at once; it stands at " + now);
        }
        usage.awaitAllCounted();
        return move(seller, to);
    }

    private synchronized Moved move(SellerId seller, Instant to) {
        long fired = 0;
        for (Optional<DueCycles.Fired> next = due.fireNext(seller, to); next.isPresent(); next = due.fireNext(seller, to)) {
            fired += next.get().count();
            moveClock(seller, next.get().last());
        }
        moveClock(seller, to);
        return new Moved(clock.now(seller), fired);
    }

    private void moveClock(SellerId seller, Instant to) {
        if (to.isAfter(clock.now(seller))) {
            clock.moveTo(seller, to);
        }
    }

    private static Instant target(Instant now, Values body) {
        if (body.has("to") == body.has("advance")) {
            throw invalid("advance", "give either 'advance' or 'to'");
        }
        return body.instant("to").orElseGet(() -> advanced(now, body.text("advance").orElseThrow()));
    }

    private static Instant advanced(Instant now, String amount) {
        try {
            return now.plus(Duration.parse(amount));
        } catch (DateTimeException | ArithmeticException e) {
            return advancedByDate(now, amount);
        }
    }

    private static Instant advancedByDate(Instant now, String amount) {
        try {
            return now.atZone(ZoneOffset.UTC).plus(Period.parse(amount)).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid("advance", "'advance' must be a duration such as P30D, P1Y or PT12H");
        }
    }

    private static InvalidInput invalid(String field, String why) {
        return new InvalidInput(ErrorCode.INVALID_TIME, field, why);
    }
}
