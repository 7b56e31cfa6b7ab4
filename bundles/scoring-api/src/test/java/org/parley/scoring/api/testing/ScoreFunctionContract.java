package org.parley.scoring.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.common.Values;
import org.parley.scoring.api.Score;
import org.parley.scoring.api.ScoreFunction;

/**
 * What every score must keep to. A test class extends it with the score and a customer's life for it.
 *
 * @param <S> the score's state
 */
public abstract class ScoreFunctionContract<S> {

    private static final ObjectMapper STORAGE = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule()).build();

    protected abstract ScoreFunction<S> function();

    /** Events of one customer, all of types the score wants, that are enough for a value. */
    protected abstract List<Event> life();

    /** When that life is looked at: after the last of its events. */
    protected abstract Instant at();

    protected final S foldAll(List<Event> events) {
        S state = function().initial();
        for (Event event : events) {
            state = function().fold(state, event);
        }
        return state;
    }

    @Test
    void hasANameForTheApi() {
        assertThat(function().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    void keepsItsStateInAPublicRecord() {
        assertThat(function().stateType().isRecord()).isTrue();
        assertThat(Modifier.isPublic(function().stateType().getModifiers())).isTrue();
    }

    @Test
    void wantsTheEventsOfItsLife() {
        assertThat(life()).isNotEmpty().allMatch(event -> function().eventTypes().contains(event.type()));
    }

    @Test
    void saysWhatIsMissingOfAnUnknownCustomer() {
        Score score = function().read(function().initial(), at());
        assertThat(score.name()).isEqualTo(function().name());
        assertThat(score.unit()).isNotBlank();
        assertThat(score.value()).isEmpty();
        assertThat(score.interval()).isEmpty();
        assertThat(score.evidence()).isZero();
        assertThat(score.insufficient().orElseThrow()).isNotBlank();
    }

    @Test
    void givesAValueWithinItsInterval() {
        Score score = function().read(foldAll(life()), at());
        assertThat(score.name()).isEqualTo(function().name());
        assertThat(score.unit()).isNotBlank();
        assertThat(score.insufficient()).isEmpty();
        assertThat(score.evidence()).isPositive();
        double value = score.value().orElseThrow();
        assertThat(value).isFinite();
        score.interval().ifPresent(interval -> {
            assertThat(interval.low()).isFinite().isLessThanOrEqualTo(value + Math.abs(value) * 1e-9);
            assertThat(interval.high()).isFinite().isGreaterThanOrEqualTo(value - Math.abs(value) * 1e-9);
        });
    }

    @Test
    void explainsItsValueByLinesThatAddUp() {
        Score score = function().read(foldAll(life()), at());
        assertThat(score.explanation().lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.code()).matches("[A-Z][A-Z0-9_]*");
            assertThat(line.text()).isNotBlank();
        });
        BigDecimal value = BigDecimal.valueOf(score.value().orElseThrow());
        assertThat(score.explanation().total()).isCloseTo(value, within(new BigDecimal("1e-9")));
    }

    @Test
    void isAPureFunction() {
        S once = foldAll(life());
        assertThat(foldAll(life())).isEqualTo(once);
        assertThat(function().read(once, at())).isEqualTo(function().read(once, at()));
        assertThat(foldAll(life())).isEqualTo(once);
    }

    @Test
    void goesOnFromAStoredStateAsIfNothingHadHappened() throws JsonProcessingException {
        S state = function().initial();
        for (Event event : life()) {
            String stored = STORAGE.writeValueAsString(state);
            state = function().fold(STORAGE.readValue(stored, function().stateType()), event);
        }
        assertThat(state).isEqualTo(foldAll(life()));
    }

    @Test
    void survivesDataThatMakesNoSense() {
        List<Values> nonsense = List.of(Values.empty(),
                Values.of(Map.of("price", "free", "suggested", 12, "worth", List.of(), "kind", 7, "fairness", "very",
                        "activeSeconds", "long", "effortSeconds", true, "channel", 3, "initiative", false)),
                Values.of(Map.of("activeSeconds", new BigDecimal("-1e300"), "effortSeconds", new BigDecimal("1e300"),
                        "price", Map.of("amount", "x", "currency", "none"))));
        S state = foldAll(life());
        for (Event event : life()) {
            for (Values data : nonsense) {
                state = function().fold(state, new Event(event.seller(), event.source(), event.id(), event.type(),
                        event.customer(), event.time(), data));
            }
        }
        Score score = function().read(state, at());
        score.value().ifPresent(value -> assertThat(value).isFinite());
    }

    @Test
    void readsAtAnyTime() {
        S state = foldAll(life());
        for (Instant time : List.of(Instant.EPOCH, at(), Instant.parse("2200-01-01T00:00:00Z"))) {
            Score score = function().read(state, time);
            assertThat(score.value().isPresent()).isNotEqualTo(score.insufficient().isPresent());
        }
    }
}
