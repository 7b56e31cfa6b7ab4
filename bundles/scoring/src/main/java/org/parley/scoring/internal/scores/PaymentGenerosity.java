package org.parley.scoring.internal.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.Explanation;
import org.parley.common.Explanation.Line;
import org.parley.common.Money;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.ScoreFunction;

/**
 * How much of what was suggested a customer pays: ΣP / ΣSP over the cycles that the customer priced, that were scored
 * for fairness, and whose suggestion was above zero. 1 is exactly as suggested, 0.8 is 20 % below. It is a ratio of sums,
 * not a mean of ratios, so that a generous tip on a small cycle does not outweigh a large one.
 *
 * <p>A make-good does not count: it says more about the pressure of the rules than about generosity. One who wants to
 * look generous must pay; there is no other way to raise this score.
 */
@Component
public final class PaymentGenerosity implements ScoreFunction<PaymentGenerosity.State> {

    static final String NAME = "payment-generosity";
    private static final String UNIT = "ratio";
    private static final int FEWEST = 3;

    /**
     * The sums over the cycles that count.
     *
     * @param currency of all of them; empty as long as there is none
     * @param mixed    whether there was one in another currency
     * @param paid     pairs of price (y) and suggestion (x), in whole units of the currency
     * @param zeros    how many were priced at zero
     */
    public record State(String currency, boolean mixed, RatioOfSums paid, long zeros) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int stateVersion() {
        return 1;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.CYCLE_PRICED);
    }

    @Override
    public State initial() {
        return new State("", false, RatioOfSums.NONE, 0);
    }

    @Override
    public State fold(State state, Event event) {
        Optional<Money> price = Facts.money(event, "price");
        Optional<Money> suggested = Facts.money(event, "suggested").filter(amount -> !amount.isZero());
        boolean counts = Facts.text(event, "kind").filter("PRICE"::equals).isPresent()
                && Facts.hasNumber(event, "fairness");
        if (!counts || price.isEmpty() || suggested.isEmpty()) {
            return state;
        }
        return add(state, price.get(), suggested.get());
    }

    private static State add(State state, Money price, Money suggested) {
        String currency = suggested.currency().getCurrencyCode();
        boolean same = price.currency().equals(suggested.currency())
                && (state.currency().isEmpty() || state.currency().equals(currency));
        if (!same) {
            return new State(state.currency(), true, state.paid(), state.zeros());
        }
        RatioOfSums paid = state.paid().plus(price.amount().doubleValue(), suggested.amount().doubleValue());
        return new State(currency, state.mixed(), paid, state.zeros() + (price.isZero() ? 1 : 0));
    }

    @Override
    public Score read(State state, Instant at) {
        long n = state.paid().n();
        if (state.mixed()) {
            return Score.insufficient(NAME, UNIT, n, "prices in several currencies cannot be added up");
        }
        if (n < FEWEST) {
            return Score.insufficient(NAME, UNIT, n, "needs " + FEWEST
                    + " scored prices with a suggestion, there are " + n);
        }
        double ratio = state.paid().ratio();
        return Score.of(NAME, UNIT, ratio, state.paid().interval(), n, explain(state, BigDecimal.valueOf(ratio)));
    }

    private static Explanation explain(State state, BigDecimal ratio) {
        RatioOfSums paid = state.paid();
        return Explanation.of(
                new Line("SUGGESTED", "paying exactly what is suggested is 1", BigDecimal.ONE),
                new Line("DIFFERENCE", "%d prices sum to %s %s, their suggestions to %s".formatted(paid.n(),
                        rounded(paid.y()), state.currency(), rounded(paid.x())), ratio.subtract(BigDecimal.ONE)),
                Line.note("ZERO_SHARE", "%d of %d were zero".formatted(state.zeros(), paid.n())));
    }

    private static String rounded(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
