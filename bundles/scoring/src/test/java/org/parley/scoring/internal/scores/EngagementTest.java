package org.parley.scoring.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.ScoreFunction;
import org.parley.scoring.api.testing.ScoreFunctionContract;

class EngagementTest extends ScoreFunctionContract<Engagement.State> {

    @Override
    protected ScoreFunction<Engagement.State> function() {
        return new Engagement();
    }

    /** Active on days 0, 10 (twice) and 213 of 272: the customer (2, 30.43, 38.86) of Fader, Hardie and Lee. */
    @Override
    protected List<Event> life() {
        return new Life().buys().after(10).uses(60).attends(60, 0, "web", "self").after(203).buys()
                .attends(60, 0, "mail", "pushed").events();
    }

    @Override
    protected Instant at() {
        return Life.START.plus(Duration.ofDays(272));
    }

    private Score read(List<Event> events, Instant at) {
        return function().read(foldAll(events), at);
    }

    /** x / T = 2 / 38.857; Gamma(2.5, T) has 90 % of its mass between χ²(5)/2T quantiles 1.145476/77.714 and 11.070498/77.714. */
    @Test
    void agreesWithRecencyAndFrequencyDoneByHand() {
        Score score = read(life(), at());
        assertThat(score.value().orElseThrow()).isCloseTo(2 / 38.857143, within(1e-8));
        assertThat(score.interval().orElseThrow().low()).isCloseTo(1.145476 / 77.714286, within(1e-8));
        assertThat(score.interval().orElseThrow().high()).isCloseTo(11.070498 / 77.714286, within(1e-8));
        assertThat(score.evidence()).isEqualTo(3);
        assertThat(score.explanation().lines().get(0).text()).contains("2 active days after the first in 38.86 weeks");
        assertThat(score.explanation().lines().get(1).text()).contains("30.43 weeks");
    }

    @Test
    void doesNotCountWhatTheSellerPushed() {
        List<Event> pushed = new Life().attends(60, 0, "mail", "pushed").after(1).attends(60, 0, "mail", "pushed").events();
        assertThat(read(pushed, at()).insufficient().orElseThrow()).contains("no activity");
    }

    @Test
    void saysThatAYoungCustomerIsTooYoung() {
        List<Event> young = new Life().buys().after(3).buys().events();
        assertThat(read(young, Life.START.plus(Duration.ofDays(6))).insufficient().orElseThrow()).contains("6 days ago");
        assertThat(read(young, Life.START.plus(Duration.ofDays(7))).value()).contains(1.0);
    }

    @Test
    void reachesDownToZeroWhenNobodyCameBack() {
        Score score = read(new Life().buys().events(), at());
        assertThat(score.value()).contains(0.0);
        assertThat(score.interval().orElseThrow().low()).isZero();
        assertThat(score.interval().orElseThrow().high()).isPositive();
    }

    @Test
    void looksBackAtAnEarlierTime() {
        Score then = read(life(), Life.START.plus(Duration.ofDays(14)));
        assertThat(then.value()).contains(0.5);
    }

    @Test
    void comesToTheSameInWhateverOrderEventsArrive() {
        Life life = new Life();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            life.after(random.nextInt(3)).buys();
        }
        Engagement.State inOrder = foldAll(life.events());
        for (int round = 0; round < 50; round++) {
            List<Event> shuffled = new ArrayList<>(life.events());
            Collections.shuffle(shuffled, random);
            assertThat(foldAll(shuffled)).isEqualTo(inOrder);
        }
        assertThat(inOrder.days().count())
                .isEqualTo((int) life.events().stream().map(e -> e.time().toString().substring(0, 10)).distinct().count());
    }
}
