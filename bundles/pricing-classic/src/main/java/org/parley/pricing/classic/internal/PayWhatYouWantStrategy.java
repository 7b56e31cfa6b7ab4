package org.parley.pricing.classic.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.parley.common.Money;
import org.parley.pricing.api.Assessment;
import org.parley.pricing.api.CycleFacts;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.api.RateSchedule;
import org.parley.pricing.api.RelationshipState;
import org.parley.pricing.api.Suggestion;

/** The schedule's price is suggested, the customer pays what they want, and nothing follows from it. */
@Component(service = PricingStrategy.class)
public final class PayWhatYouWantStrategy extends ClassicStrategy {

    private static final int DECIMALS = 6;

    public PayWhatYouWantStrategy() {
        super("pay-what-you-want", RelationshipState.VOLUNTARY);
    }

    @Override
    public Suggestion suggest(CycleFacts facts) {
        RateSchedule.Priced priced = facts.offering().schedule().price(facts.usage(), facts.reference());
        return new Suggestion(priced.amount(), false, priced.explanation());
    }

    @Override
    public Assessment assess(CycleFacts facts, Suggestion suggestion, PriceResponse response) {
        return Assessment.unscored(differential(suggestion, response), "any price is right");
    }

    private static Optional<BigDecimal> differential(Suggestion suggestion, PriceResponse response) {
        boolean comparable = switch (response.kind()) {
            case PRICE, MAKE_GOOD -> !suggestion.amount().isZero();
            case FIXED, SILENT -> false;
        };
        if (!comparable) {
            return Optional.empty();
        }
        Money difference = response.amount().minus(suggestion.amount());
        return Optional.of(BigDecimal.valueOf(difference.minor())
                .divide(BigDecimal.valueOf(suggestion.amount().minor()), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
