package org.parley.reporting.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Event;
import org.parley.common.CustomerId;
import org.parley.common.Values;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Increment;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Report;
import org.parley.reporting.api.Table;

/**
 * What every report must keep to. A test class extends it with the report and a history for it.
 *
 * @param <S> the report's state per customer
 */
public abstract class ReportContract<S> {

    private static final ObjectMapper STORAGE = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule()).build();

    protected abstract Report<S> report();

    /** Events of one seller, of several customers and of nobody, all of types the report wants. */
    protected abstract List<Event> history();

    /** Days that hold the whole history. */
    protected abstract Query query();

    /** The increments of these events, in this order. */
    protected final List<Increment> increments(List<Event> events) {
        Map<CustomerId, S> states = new HashMap<>();
        List<Increment> increments = new ArrayList<>();
        for (Event event : events) {
            Optional<CustomerId> customer = event.customer();
            S before = customer.map(id -> states.getOrDefault(id, report().initial())).orElseGet(report()::initial);
            Report.Step<S> step = report().fold(before, event);
            increments.addAll(step.increments());
            customer.ifPresent(id -> states.put(id, step.state()));
        }
        return increments;
    }

    /** The table of these events for this query. */
    protected final Table table(List<Event> events, Query query) {
        MemoryRollup rollup = new MemoryRollup();
        rollup.add(increments(events));
        return report().read(query, rollup);
    }

    @Test
    void hasAnIdForTheApi() {
        assertThat(report().describe().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(report().describe().title()).isNotBlank();
        assertThat(report().describe().summary()).isNotBlank();
    }

    @Test
    void describesItsColumnsAndParameters() {
        Description description = report().describe();
        assertThat(description.columns()).isNotEmpty().extracting(Description.Column::name).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"));
        assertThat(description.parameters()).extracting(Description.Parameter::name).doesNotHaveDuplicates()
                .doesNotContain("from", "to");
    }

    @Test
    void wantsTheEventsOfItsHistory() {
        assertThat(history()).isNotEmpty().allMatch(event -> report().eventTypes().contains(event.type()));
    }

    @Test
    void hasRowsThatMatchItsColumns() {
        List<Description.Column> columns = report().describe().columns();
        Table table = table(history(), query());
        assertThat(table.rows()).isNotEmpty();
        table.rows().forEach(row -> {
            assertThat(row).hasSameSizeAs(columns);
            for (int i = 0; i < columns.size(); i++) {
                if (row.get(i) != null) {
                    assertThat(row.get(i)).as(columns.get(i).name()).isInstanceOf(type(columns.get(i).type()));
                }
            }
        });
    }

    private static Class<?> type(Description.CellType type) {
        return switch (type) {
            case TEXT -> String.class;
            case DATE -> LocalDate.class;
            case COUNT -> Long.class;
            case MONEY -> BigDecimal.class;
            case RATIO -> Double.class;
        };
    }

    @Test
    void showsTheSameInWhateverOrderIncrementsAreAdded() {
        Table expected = table(history(), query());
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            List<Increment> shuffled = new ArrayList<>(increments(history()));
            Collections.shuffle(shuffled, random);
            MemoryRollup rollup = new MemoryRollup();
            rollup.add(shuffled);
            assertThat(report().read(query(), rollup)).isEqualTo(expected);
        }
    }

    @Test
    void hasKeysOfOneLength() {
        assertThat(increments(history())).extracting(increment -> increment.key().size()).containsOnly(
                increments(history()).get(0).key().size());
    }

    @Test
    void isAPureFunction() {
        assertThat(increments(history())).isEqualTo(increments(history()));
        assertThat(table(history(), query())).isEqualTo(table(history(), query()));
    }

    @Test
    void keepsStatesThatSurviveStorage() throws JsonProcessingException {
        S state = report().initial();
        for (Event event : history()) {
            state = report().fold(state, event).state();
            S stored = STORAGE.readValue(STORAGE.writeValueAsString(state), report().stateType());
            assertThat(stored).isEqualTo(state);
        }
    }

    @Test
    void survivesDataThatMakesNoSense() {
        List<Values> nonsense = List.of(Values.empty(), Values.of(Map.of("price", 12, "suggested", "much", "kind", 3,
                "offering", true, "reputation", "good", "state", List.of(), "tier", Map.of())),
                Values.of(Map.of("price", Map.of("amount", "-1.00", "currency", "EUR"), "kind", "PRICE")),
                Values.of(Map.of("price", Map.of("amount", "1.00", "currency", "XXX"), "kind", "NEW")));
        List<Event> events = new ArrayList<>(history());
        for (Event event : history()) {
            nonsense.forEach(data -> events.add(new Event(event.seller(), event.source(), event.id(), event.type(),
                    event.customer(), event.time(), data)));
        }
        assertThat(table(events, query()).rows()).isNotEmpty();
    }

    @Test
    void isEmptyWithoutEvents() {
        assertThat(table(List.of(), query()).rows()).isEmpty();
    }
}
