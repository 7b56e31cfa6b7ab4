package org.parley.scoring.internal.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
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
 * What a customer gets for an hour of attention (John Hagel's return on attention, seen from the customer):
 * {@code Σ value / Σ (w·activeHours + effortHours)}, in money per hour. Value is what the customer says a cycle was
 * worth if that is at least the price, else the price as a lower bound. Attention is the active seconds of use and of
 * attention events, with weight {@value Attention#BACKGROUND_WEIGHT} in the background, plus the seconds of effort.
 *
 * <p>Attention between two priced cycles belongs to the later one. A cycle before which no attention was recorded is
 * left out: not measured is not zero. Long sessions lower this score, so chasing clicks does not pay. Leaving out idle
 * time (usually after 30 s without input) is the sender's duty.
 */
@Component
public final class ReturnOnAttention implements ScoreFunction<ReturnOnAttention.State> {

    static final String NAME = "return-on-attention";
    private static final int FEWEST = 3;

    /**
     * The sums over the cycles that count.
     *
     * @param currency   of all of them; empty as long as there is none
     * @param mixed      whether there was one in another currency
     * @param cycles     pairs of value (y, whole units of the currency) and weighted hours (x)
     * @param surplus    how much of the value is stated worth above the price
     * @param counted    the attention that belongs to those cycles
     * @param pending    the attention since the last priced cycle
     * @param unattended priced cycles without attention
     * @param lastValue  the last pair's value, for a make-good
     * @param lastHours  the last pair's hours
     */
    public record State(String currency, boolean mixed, RatioOfSums cycles, double surplus, Attention counted,
            Attention pending, long unattended, double lastValue, double lastHours) {

        State attended(Attention more) {
            return new State(currency, mixed, cycles, surplus, counted, pending.plus(more), unattended, lastValue,
                    lastHours);
        }

        State mixedUp() {
            return new State(currency, true, cycles, surplus, counted, pending, unattended, lastValue, lastHours);
        }

        State unattendedCycle() {
            return new State(currency, mixed, cycles, surplus, counted, pending, unattended + 1, 0, 0);
        }

        State cycle(String of, double price, double value) {
            double hours = pending.weightedHours();
            return new State(of, mixed, cycles.plus(value, hours), surplus + value - price, counted.plus(pending),
                    Attention.NONE, unattended, value, hours);
        }

        State raised(double by) {
            return new State(currency, mixed, cycles.corrected(lastValue, lastValue + by, lastHours), surplus, counted,
                    pending, unattended, lastValue + by, lastHours);
        }
    }

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
        return Set.of(EventTypes.USAGE, EventTypes.ATTENTION, EventTypes.CYCLE_PRICED);
    }

    @Override
    public State initial() {
        return new State("", false, RatioOfSums.NONE, 0, Attention.NONE, Attention.NONE, 0, 0, 0);
    }

    @Override
    public State fold(State state, Event event) {
        if (!event.type().equals(EventTypes.CYCLE_PRICED)) {
            Attention attention = Attention.of(event);
            return attention.equals(Attention.NONE) ? state : state.attended(attention);
        }
        return Facts.money(event, "price").map(price -> priced(state, event, price)).orElse(state);
    }

    private static State priced(State state, Event event, Money price) {
        String currency = price.currency().getCurrencyCode();
        if (!state.currency().isEmpty() && !state.currency().equals(currency)) {
            return state.mixedUp();
        }
        if (Facts.text(event, "kind").filter("MAKE_GOOD"::equals).isPresent()) {
            return madeGood(state, event, price);
        }
        if (state.pending().weightedHours() == 0) {
            return state.unattendedCycle();
        }
        return state.cycle(currency, price.amount().doubleValue(), value(event, price).amount().doubleValue());
    }

    /** A make-good is taken to be for the last priced cycle, as it nearly always is. */
    private static State madeGood(State state, Event event, Money price) {
        Optional<Money> earlier = Facts.money(event, "earlier")
                .filter(money -> money.currency().equals(price.currency()));
        if (state.lastHours() == 0 || earlier.isEmpty()) {
            return state;
        }
        return state.raised(price.minus(earlier.get()).amount().doubleValue());
    }

    private static Money value(Event event, Money price) {
        return Facts.money(event, "worth")
                .filter(worth -> worth.currency().equals(price.currency()) && worth.compareTo(price) >= 0)
                .orElse(price);
    }

    @Override
    public Score read(State state, Instant at) {
        String unit = (state.currency().isEmpty() ? "money" : state.currency()) + "/hour";
        long n = state.cycles().n();
        if (state.mixed()) {
            return Score.insufficient(NAME, unit, n, "prices in several currencies cannot be added up");
        }
        if (n < FEWEST) {
            return Score.insufficient(NAME, unit, n, "needs " + FEWEST
                    + " priced cycles with recorded attention, there are " + n);
        }
        double ratio = state.cycles().ratio();
        return Score.of(NAME, unit, ratio, state.cycles().interval(), n, explain(state, BigDecimal.valueOf(ratio)));
    }

    private static Explanation explain(State state, BigDecimal ratio) {
        RatioOfSums cycles = state.cycles();
        BigDecimal surplus = BigDecimal.valueOf(state.surplus() / cycles.x()).setScale(6, RoundingMode.HALF_EVEN);
        Attention given = state.counted();
        return Explanation.of(
                new Line("PRICE", text("%d cycles priced at %.2f %s in all, over %.2f weighted hours", cycles.n(),
                        cycles.y() - state.surplus(), state.currency(), cycles.x()), ratio.subtract(surplus)),
                new Line("STATED_WORTH", text("they were said to be worth %.2f %s more than paid", state.surplus(),
                        state.currency()), surplus),
                Line.note("ATTENTION", text("%.1f active minutes, %.1f in the background at weight %.1f, %.1f of effort",
                        given.active() / 60, given.background() / 60, Attention.BACKGROUND_WEIGHT, given.effort() / 60)),
                Line.note("LEFT_OUT", text("%d priced cycles without recorded attention; %.1f weighted minutes since the"
                        + " last price", state.unattended(), state.pending().weightedHours() * 60)));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
