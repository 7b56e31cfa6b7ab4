package org.parley.capture.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.capture.api.Appended.Outcome.ACCEPTED;
import static org.parley.capture.api.Appended.Outcome.CONFLICT;
import static org.parley.capture.api.Appended.Outcome.DUPLICATE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.SellerId;
import org.parley.common.Values;

/** What every journal does; a journal's test extends this and gives an empty one. */
@Timeout(60)
public abstract class JournalContract {

    /** The journal under test: the same throughout one test, empty at its start. */
    protected abstract Journal journal();

    @Test
    void anEmptyJournalHasNothingToRead() {
        assertThat(journal().head()).isEqualTo(Journal.START);
        assertThat(journal().read(Journal.START, 10)).isEmpty();
        assertThat(journal().append(List.of())).isEmpty();
        assertThat(journal().head()).isEqualTo(Journal.START);
    }

    @Test
    void positionsCountFromOneInTheOrderGiven() {
        List<Event> events = Events.usages("a", 5);

        assertThat(journal().append(events.subList(0, 2))).containsExactly(appended(ACCEPTED, 1), appended(ACCEPTED, 2));
        assertThat(journal().append(events.subList(2, 5))).hasSize(3);

        assertThat(journal().head()).isEqualTo(5);
        assertThat(journal().read(Journal.START, 10)).extracting(RecordedEvent::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(journal().read(Journal.START, 10)).extracting(RecordedEvent::event).isEqualTo(events);
    }

    @Test
    void anEventIsReadAsItWasAppended() {
        Map<String, Object> data = new HashMap<>();
        data.put("text", "Grüße, \"Ann\" \\ \u0007 \uD83D\uDE00");
        data.put("number", new BigDecimal("-12345678901234567890.0625"));
        data.put("flag", true);
        data.put("nothing", null);
        data.put("list", Arrays.asList(1, "two", null, List.of(), Map.of("three", 3)));
        data.put("object", Map.of("empty", Map.of()));
        Event rich = new Event(Events.SELLER, "urn:x:ü", "id/1 é", "com.example.made", Optional.empty(),
                Instant.parse("1999-12-31T23:59:59.000000001Z"), Values.of(data));

        journal().append(List.of(rich));

        assertThat(journal().read(Journal.START, 1)).containsExactly(new RecordedEvent(1, rich));
    }

    @Test
    void aReaderReadsOnFromItsPosition() {
        journal().append(Events.usages("a", 3));
        journal().append(Events.usages("b", 4));

        for (int max = 1; max <= 8; max++) {
            List<RecordedEvent> read = new ArrayList<>();
            long position = Journal.START;
            for (List<RecordedEvent> next = journal().read(position, max); !next.isEmpty();
                    next = journal().read(position, max)) {
                assertThat(next).hasSizeLessThanOrEqualTo(max);
                read.addAll(next);
                position = next.get(next.size() - 1).position();
            }
            assertThat(read).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
        assertThat(journal().read(7, 10)).isEmpty();
        assertThat(journal().read(99, 10)).isEmpty();
    }

    @Test
    void theSameEventAgainIsADuplicate() {
        journal().append(Events.usages("a", 2));

        assertThat(journal().append(List.of(Events.usage("a1"), Events.usage("b"))))
                .containsExactly(appended(DUPLICATE, 2), appended(ACCEPTED, 3));
        assertThat(journal().head()).isEqualTo(3);
    }

    @Test
    void theSameEventTwiceInOneAppendIsADuplicate() {
        assertThat(journal().append(List.of(Events.usage("a"), Events.usage("a"), Events.usage("b"))))
                .containsExactly(appended(ACCEPTED, 1), appended(DUPLICATE, 1), appended(ACCEPTED, 2));
    }

    @Test
    void anIdUsedForOtherContentIsAConflictAndTheOthersAreTaken() {
        journal().append(List.of(Events.usage("a", 1)));

        assertThat(journal().append(List.of(Events.usage("a", 2), Events.usage("b", 1), Events.usage("b", 2))))
                .containsExactly(appended(CONFLICT, 1), appended(ACCEPTED, 2), appended(CONFLICT, 2));
        assertThat(journal().read(Journal.START, 10)).extracting(RecordedEvent::event)
                .containsExactly(Events.usage("a", 1), Events.usage("b", 1));
    }

    @Test
    void equalDataInAnotherOrderOfKeysIsADuplicate() {
        Event event = Events.usage("a");
        Event turned = withData(event, reversed(event.data().asMap()));
        journal().append(List.of(event));

        assertThat(journal().append(List.of(turned))).containsExactly(appended(DUPLICATE, 1));
    }

    @Test
    void anIdBelongsToItsSellerAndSource() {
        Event event = Events.usage("a");
        Event otherSource = new Event(event.seller(), "/other", event.id(), event.type(), event.customer(),
                event.time(), event.data());
        Event otherSeller = new Event(new SellerId("other"), event.source(), event.id(), event.type(),
                event.customer(), event.time(), event.data());

        assertThat(journal().append(List.of(event, otherSource, otherSeller)))
                .containsExactly(appended(ACCEPTED, 1), appended(ACCEPTED, 2), appended(ACCEPTED, 3));
    }

    @Test
    void waitingEndsWhenAnEventIsThereOrTheTimeIsOver() throws Exception {
        assertThat(journal().awaitAfter(Journal.START, Duration.ofMillis(1))).isFalse();

        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> awaitFirst(Duration.ofSeconds(50)));
        journal().append(List.of(Events.usage("a")));

        assertThat(waiting.get()).isTrue();
        assertThat(journal().awaitAfter(Journal.START, Duration.ZERO)).isTrue();
        assertThat(journal().awaitAfter(1, Duration.ZERO)).isFalse();
    }

    @Test
    void eventsThatManyAppendAtOnceAreTakenOnceEach() throws Exception {
        List<Event> events = Events.usages("e", 400);
        List<CompletableFuture<List<Appended>>> all = IntStream.range(0, 4)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> appendShuffled(events, seed))).toList();

        long accepted = 0;
        for (CompletableFuture<List<Appended>> one : all) {
            assertThat(one.get()).extracting(Appended::outcome).doesNotContain(CONFLICT);
            accepted += one.get().stream().filter(a -> a.outcome() == ACCEPTED).count();
        }

        assertThat(accepted).isEqualTo(400);
        assertThat(journal().read(Journal.START, 1000)).extracting(RecordedEvent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(journal().read(Journal.START, 1000)).extracting(RecordedEvent::event)
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void aFollowerCountsEachEventOnceAndInOrder() throws InterruptedException, ExecutionException {
        Counted counted = new Counted(300);
        try (JournalFollower follower = new JournalFollower(() -> Optional.of(journal()), counted, 7)) {
            Events.usages("e", 300).forEach(event -> journal().append(List.of(event)));
            counted.all.get();
        }
        assertThat(counted.positions).containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    }

    private static final class Counted implements JournalFollower.Reader {
        private final ConcurrentLinkedQueue<Long> positions = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<Boolean> all = new CompletableFuture<>();
        private final int wanted;
        private volatile long position;

        Counted(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void count(List<RecordedEvent> events) {
            events.forEach(event -> positions.add(event.position()));
            position = events.get(events.size() - 1).position();
            if (position >= wanted) {
                all.complete(true);
            }
        }
    }

    private List<Appended> appendShuffled(List<Event> events, int seed) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        List<Appended> outcomes = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i += 10) {
            outcomes.addAll(journal().append(shuffled.subList(i, i + 10)));
        }
        return outcomes;
    }

    private boolean awaitFirst(Duration atMost) {
        try {
            return journal().awaitAfter(Journal.START, atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event withData(Event event, Values data) {
        return new Event(event.seller(), event.source(), event.id(), event.type(), event.customer(), event.time(), data);
    }

    private static Values reversed(Map<String, ?> map) {
        Values turned = Values.empty();
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        for (String key : keys) {
            turned = turned.with(key, map.get(key));
        }
        return turned;
    }

    private static Appended appended(Appended.Outcome outcome, long position) {
        return new Appended(outcome, position);
    }
}
