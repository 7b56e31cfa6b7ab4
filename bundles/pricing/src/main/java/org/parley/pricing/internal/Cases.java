package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.PriceResponse;

/** The questions that the steps of a cycle put to a strategy. */
final class Cases {

    private Cases() {}

    /** Use ends now: what is suggested? */
    static Case request(Loaded loaded, Instant now) {
        Cycle cycle = loaded.cycle();
        return new Case(loaded.relationship().id(), cycle.id(), loaded.terms(), loaded.usage(), cycle.reference(),
                cycle.times().opened(), now, Optional.empty(), Optional.empty());
    }

    /** Usage of the period came late: what is suggested with it? */
    static Case again(Loaded loaded) {
        return request(loaded, loaded.cycle().times().ended().orElseThrow());
    }

    /** The customer answered: how fair is it, and how does it go on? */
    static Case answer(Loaded loaded, PriceResponse response) {
        Cycle cycle = loaded.cycle();
        return new Case(loaded.relationship().id(), cycle.id(), loaded.terms(), loaded.usage(), cycle.reference(),
                cycle.times().opened(), cycle.times().ended().orElse(cycle.times().opened()), cycle.suggestion(),
                Optional.of(response));
    }

    /** Nobody answered in time. */
    static Case silence(Loaded loaded) {
        return answer(loaded, PriceResponse.silent(Money.zero(loaded.terms().offering().currency())));
    }
}
