package org.parley.scoring.internal.scores;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.osgi.service.component.annotations.Component;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.common.Explanation;
import org.parley.common.Explanation.Line;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.Score.Interval;
import org.parley.scoring.api.ScoreFunction;

/**
 * How often a customer comes back of their own accord: x / T repeat active days per week, where a day is active if the
 * customer used, bought, or gave attention on their own initiative, x counts the active days after the first, and T is
 * the age in weeks since the first. With t_x, the age at the last active day, these are the recency and frequency that
 * Fader, Hardie and Lee (2005) use. Days are UTC; several events of one day count once, and so does an event that
 * arrives late, in whatever order.
 *
 * <p>The interval holds 90 % of the posterior Gamma(x + ½, T) of a Poisson rate under Jeffreys' prior. Attention that
 * the seller pushed does not count, so notifications do not raise this score.
 */
@Component
public final class Engagement implements ScoreFunction<Engagement.State> {

    static final String NAME = "engagement";
    private static final String UNIT = "days/week";
    private static final int YOUNGEST_DAYS = 7;
    private static final double TAIL = 0.05;

    /** @param days on which the customer was active */
    public record State(ActiveDays days) {}

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
        return Set.of(EventTypes.USAGE, EventTypes.ATTENTION, EventTypes.PURCHASE);
    }

    @Override
    public State initial() {
        return new State(ActiveDays.NONE);
    }

    @Override
    public State fold(State state, Event event) {
        if (event.type().equals(EventTypes.ATTENTION)
                && Facts.text(event, "initiative").filter("self"::equals).isEmpty()) {
            return state;
        }
        ActiveDays days = state.days().with(day(event.time()));
        return days == state.days() ? state : new State(days);
    }

    private static int day(Instant time) {
        return Math.toIntExact(time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }

    @Override
    public Score read(State state, Instant at) {
        int today = day(at);
        ActiveDays days = state.days().until(today);
        if (days.count() == 0) {
            return Score.insufficient(NAME, UNIT, 0, "no activity of the customer's own so far");
        }
        int age = today - days.first().getAsInt();
        if (age < YOUNGEST_DAYS) {
            return Score.insufficient(NAME, UNIT, days.count(),
                    "needs " + YOUNGEST_DAYS + " days since the first activity, it was " + age + " days ago");
        }
        int recency = days.last().getAsInt() - days.first().getAsInt();
        return score(days.count() - 1, recency / 7.0, age / 7.0);
    }

    private static Score score(int repeats, double recency, double age) {
        double rate = repeats / age;
        GammaDistribution posterior = GammaDistribution.of(repeats + 0.5, 1 / age);
        // With no repeat the posterior lies above the estimate 0: the interval reaches down to it.
        Interval interval = new Interval(Math.min(rate, posterior.inverseCumulativeProbability(TAIL)),
                posterior.inverseCumulativeProbability(1 - TAIL));
        Explanation why = Explanation.of(
                new Line("REPEAT_DAYS", text("%d active days after the first in %.2f weeks", repeats, age),
                        BigDecimal.valueOf(rate)),
                Line.note("RECENCY", text("the last of them %.2f weeks after the first", recency)));
        return Score.of(NAME, UNIT, rate, interval, repeats + 1L, why);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
