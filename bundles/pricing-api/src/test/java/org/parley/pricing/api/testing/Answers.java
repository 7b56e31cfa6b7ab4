package org.parley.pricing.api.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.parley.common.Money;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;

/** The answers that every strategy has to cope with. */
public final class Answers {

    private Answers() {}

    /** Every kind of answer to a suggestion of this amount. */
    public static List<PriceResponse> to(Money suggested) {
        Money zero = Money.zero(suggested.currency());
        Money half = new Money(suggested.minor() / 2, suggested.currency());
        Money huge = new Money(Long.MAX_VALUE, suggested.currency());
        return List.of(PriceResponse.price(zero), PriceResponse.price(half), PriceResponse.price(suggested),
                PriceResponse.price(huge), PriceResponse.price(half, threeReasons()), PriceResponse.silent(zero),
                PriceResponse.price(half, reason("OUTAGE", "1"), reason("OUTAGE", "1"), reason("BUG", "1")),
                fixed(suggested), PriceResponse.makeGood(zero, suggested, List.of()));
    }

    /** An answer nobody gave: the suggestion was binding. */
    public static PriceResponse fixed(Money amount) {
        return new PriceResponse(PriceResponse.Kind.FIXED, amount, List.of(), Optional.empty());
    }

    public static ReasonClaim reason(String code, String share) {
        return new ReasonClaim(code, Optional.of(new BigDecimal(share)));
    }

    private static ReasonClaim[] threeReasons() {
        return new ReasonClaim[] {reason("OUTAGE", "0.6"), reason("SP_TOO_HIGH", "0.4"),
                new ReasonClaim("SOMETHING_UNHEARD_OF", Optional.empty())};
    }
}
