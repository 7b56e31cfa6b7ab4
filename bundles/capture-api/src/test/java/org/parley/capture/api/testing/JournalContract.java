package org.parley.capture.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.capture.api.Appended.Outcome.ACCEPTED;
import static org.parley.capture.api.Appended.Outcome.CONFLICT;
import static org.parley.capture.api.Appended.Outcome.DUPLICATE;
import static org.parley.capture.api.Appended.Outcome.TOO_OLD;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;

/**
 * What every journal does; a journal's test extends this and gives an empty one. Positions are the journal's own: they
 * rise, and nothing else is asked of them. What a crash leaves is in {@link JournalCrashContract}.
 */
@Timeout(120)
public abstract class JournalContract {

    /** The journal under test: the same throughout one test, empty at its start. */
    protected abstract Journal journal();

    /** Removes the events of this seller and type that happened before this time, and returns when they are gone. */
    protected abstract void remove(SellerId seller, String type, Instant before);

    private List<RecordedEvent> all() {
        return journal().read(Journal.START, 10_000);
    }

    private List<Event> allEvents() {
        return all().stream().map(RecordedEvent::event).toList();
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }

    private List<Appended> append(Event... events) {
        return journal().append(List.of(events));
    }

    private long positionOf(Event event) {
        return all().stream().filter(recorded -> recorded.event().equals(event)).findAny().orElseThrow().position();
    }

    // --- order ---

    @Test
    void anEmptyJournalHasNothingToRead() {
        assertThat(journal().head()).isEqualTo(Journal.START);
        assertThat(all()).isEmpty();
        assertThat(journal().append(List.of())).isEmpty();
        assertThat(journal().head()).isEqualTo(Journal.START);
    }

    @Test
    void eventsAreReadInTheOrderOfTheirAppendsAtRisingPositions() {
        List<Event> events = Events.usages("a", 5);
        List<Appended> outcomes = new ArrayList<>(journal().append(events.subList(0, 2)));
        outcomes.addAll(journal().append(events.subList(2, 5)));

        assertThat(outcomes).extracting(Appended::outcome).containsOnly(ACCEPTED);
        assertThat(allEvents()).isEqualTo(events);
        assertThat(positions(all())).isEqualTo(outcomes.stream().map(Appended::position).toList())
                .isSorted().doesNotHaveDuplicates().allMatch(position -> position > Journal.START);
        assertThat(journal().head()).isEqualTo(outcomes.get(4).position());
    }

    @Test
    void aCustomersEventsKeepTheOrderThatOneSenderGaveThem() throws Exception {
        List<CompletableFuture<Void>> senders = IntStream.range(0, 4).mapToObj(customer ->
                CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        append(of("c" + customer, customer + "-" + i, Events.TIME));
                    }
                })).toList();
        for (CompletableFuture<Void> sender : senders) {
            sender.get();
        }
        for (int customer = 0; customer < 4; customer++) {
            CustomerId id = new CustomerId("c" + customer);
            String prefix = customer + "-";
            assertThat(allEvents()).filteredOn(event -> event.customer().equals(Optional.of(id))).extracting(Event::id)
                    .isEqualTo(IntStream.range(0, 50).mapToObj(i -> prefix + i).toList());
        }
    }

    private static Event of(String customer, String id, Instant time) {
        return new Event(Events.SELLER, Events.SOURCE, id, EventTypes.USAGE, Optional.of(new CustomerId(customer)), time,
                Values.empty());
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

        assertThat(allEvents()).containsExactly(rich);
    }

    // --- readers ---

    @Test
    void aReaderReadsOnFromAnyPosition() {
        journal().append(Events.usages("a", 3));
        journal().append(Events.usages("b", 4));
        List<RecordedEvent> all = all();

        for (int max = 1; max <= 8; max++) {
            assertThat(readAll(max)).isEqualTo(all);
        }
        for (int i = 0; i < all.size(); i++) {
            assertThat(journal().read(all.get(i).position(), 10)).isEqualTo(all.subList(i + 1, all.size()));
        }
        assertThat(journal().read(journal().head() + 1000, 10)).isEmpty();
    }

    private List<RecordedEvent> readAll(int max) {
        List<RecordedEvent> read = new ArrayList<>();
        long position = Journal.START;
        for (List<RecordedEvent> next = journal().read(position, max); !next.isEmpty();
                next = journal().read(position, max)) {
            assertThat(next).hasSizeLessThanOrEqualTo(max);
            read.addAll(next);
            position = next.get(next.size() - 1).position();
        }
        return read;
    }

    @Test
    void severalReadersReadTheSameEachAtItsOwnPace() {
        journal().append(Events.usages("a", 10));
        List<RecordedEvent> slow = new ArrayList<>(journal().read(Journal.START, 3));
        List<RecordedEvent> quick = readAll(7);
        journal().append(Events.usages("b", 10));
        slow.addAll(journal().read(slow.get(2).position(), 1000));

        assertThat(slow).isEqualTo(all()).startsWith(quick.toArray(RecordedEvent[]::new));
    }

    @Test
    void waitingEndsWhenAnEventIsThereOrTheTimeIsOver() throws Exception {
        assertThat(journal().awaitAfter(Journal.START, Duration.ofMillis(1))).isFalse();

        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> awaitFirst(Duration.ofSeconds(50)));
        append(Events.usage("a"));

        assertThat(waiting.get()).isTrue();
        assertThat(journal().awaitAfter(Journal.START, Duration.ZERO)).isTrue();
        assertThat(journal().awaitAfter(journal().head(), Duration.ZERO)).isFalse();
    }

    @Test
    void aFollowerCountsEachEventOnceAndInOrder() throws Exception {
        Counting counting = new Counting("e299");
        try (JournalFollower follower = new JournalFollower(() -> Optional.of(journal()), counting, 7)) {
            Events.usages("e", 300).forEach(event -> append(event));
            counting.seen();
        }
        assertThat(counting.events()).isEqualTo(all());
    }

    // --- duplicates ---

    @Test
    void theSameEventAgainIsADuplicate() {
        journal().append(Events.usages("a", 2));
        long head = journal().head();

        List<Appended> outcomes = append(Events.usage("a1"), Events.usage("b"));

        assertThat(outcomes).extracting(Appended::outcome).containsExactly(DUPLICATE, ACCEPTED);
        assertThat(outcomes.get(0).position()).isEqualTo(head);
        assertThat(outcomes.get(1).position()).isEqualTo(journal().head());
        assertThat(allEvents()).containsExactly(Events.usage("a0"), Events.usage("a1"), Events.usage("b"));
    }

    @Test
    void theSameEventTwiceInOneAppendIsADuplicate() {
        List<Appended> outcomes = append(Events.usage("a"), Events.usage("a"), Events.usage("b"));

        assertThat(outcomes).extracting(Appended::outcome).containsExactly(ACCEPTED, DUPLICATE, ACCEPTED);
        assertThat(outcomes.get(1).position()).isEqualTo(outcomes.get(0).position());
        assertThat(allEvents()).containsExactly(Events.usage("a"), Events.usage("b"));
    }

    @Test
    void anIdUsedForOtherContentIsAConflictAndTheOthersAreTaken() {
        append(Events.usage("a", 1));

        assertThat(append(Events.usage("a", 2), Events.usage("b", 1), Events.usage("b", 2)))
                .extracting(Appended::outcome).containsExactly(CONFLICT, ACCEPTED, CONFLICT);
        assertThat(allEvents()).containsExactly(Events.usage("a", 1), Events.usage("b", 1));
    }

    @Test
    void equalDataInAnotherOrderOfKeysIsADuplicate() {
        Event event = Events.usage("a");
        append(event);

        assertThat(append(withData(event, reversed(event.data().asMap())))).extracting(Appended::outcome)
                .containsExactly(DUPLICATE);
    }

    @Test
    void anIdBelongsToItsSellerAndSource() {
        Event event = Events.usage("a");
        Event otherSource = new Event(event.seller(), "/other", event.id(), event.type(), event.customer(),
                event.time(), event.data());
        Event otherSeller = new Event(new SellerId("other"), event.source(), event.id(), event.type(),
                event.customer(), event.time(), event.data());

        assertThat(append(event, otherSource, otherSeller)).extracting(Appended::outcome)
                .containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
    }

    @Test
    void eventsThatManyAppendAtOnceAreTakenOnceEach() throws Exception {
        List<Event> events = Events.usages("e", 400);
        List<CompletableFuture<List<Appended>>> all = IntStream.range(0, 4)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> appendShuffled(events, seed))).toList();

        long accepted = 0;
        for (CompletableFuture<List<Appended>> one : all) {
            assertThat(one.get()).extracting(Appended::outcome).containsAnyOf(ACCEPTED, DUPLICATE)
                    .doesNotContain(CONFLICT, TOO_OLD);
            accepted += one.get().stream().filter(a -> a.outcome() == ACCEPTED).count();
        }

        assertThat(accepted).isEqualTo(400);
        assertThat(positions(all())).isSorted().doesNotHaveDuplicates();
        assertThat(allEvents()).containsExactlyInAnyOrderElementsOf(events);
    }

    // --- retention ---

    private static final Instant CUT = Events.TIME;
    private static final SellerId OTHER = new SellerId("other");

    /** Three events before the cut, three from it on, one of another type and one of another seller before it. */
    private List<Event> aroundTheCut() {
        Event old = of("ann", "old", CUT.minusSeconds(9));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(of("ann", "before" + i, CUT.minusNanos(i + 1)));
            events.add(of("ann", "after" + i, CUT.plusNanos(i)));
        }
        events.add(new Event(old.seller(), old.source(), "news", EventTypes.NEWS, old.customer(), old.time(), old.data()));
        events.add(new Event(OTHER, old.source(), old.id(), old.type(), old.customer(), old.time(), old.data()));
        events.forEach(event -> append(event));
        return events;
    }

    private static boolean stays(Event event) {
        return !event.id().startsWith("before");
    }

    @Test
    void removedEventsLeaveGapsAndTheOthersKeepTheirPositions() {
        List<Event> events = aroundTheCut();
        List<RecordedEvent> before = all();
        long head = journal().head();

        remove(Events.SELLER, EventTypes.USAGE, CUT);

        assertThat(allEvents()).isEqualTo(events.stream().filter(JournalContract::stays).toList());
        assertThat(all()).isEqualTo(before.stream().filter(recorded -> stays(recorded.event())).toList());
        assertThat(journal().head()).isEqualTo(head);
        for (RecordedEvent from : before) {
            assertThat(journal().read(from.position(), 2)).isEqualTo(all().stream()
                    .filter(recorded -> recorded.position() > from.position()).limit(2).toList());
        }
        for (int max = 1; max < 4; max++) {
            assertThat(readAll(max)).isEqualTo(all());
        }
    }

    @Test
    void aRemovedEventIsNotTakenAgainAndOneThatIsLeftIsStillADuplicate() {
        List<Event> events = aroundTheCut();
        remove(Events.SELLER, EventTypes.USAGE, CUT);
        List<Event> left = allEvents();

        assertThat(journal().append(events)).extracting(Appended::outcome)
                .isEqualTo(events.stream().map(event -> stays(event) ? DUPLICATE : TOO_OLD).toList());
        assertThat(append(of("ann", "never sent", CUT.minusNanos(1)))).extracting(Appended::outcome)
                .containsExactly(TOO_OLD);
        assertThat(allEvents()).isEqualTo(left);

        assertThat(append(of("ann", "late", CUT))).extracting(Appended::outcome).containsExactly(ACCEPTED);
        assertThat(allEvents()).hasSize(left.size() + 1);
    }

    @Test
    void afterEverythingWasRemovedTheJournalGoesOnBehindItsHead() throws Exception {
        append(of("ann", "old0", CUT.minusSeconds(1)), of("ann", "old1", CUT.minusSeconds(2)));
        long head = journal().head();
        remove(Events.SELLER, EventTypes.USAGE, CUT);
        assertThat(all()).isEmpty();
        assertThat(journal().head()).isEqualTo(head);

        Event next = of("ann", "next", CUT);
        Counting counting = new Counting("next");
        try (JournalFollower follower = new JournalFollower(() -> Optional.of(journal()), counting, 7)) {
            append(next);
            counting.seen();
        }
        assertThat(counting.events()).extracting(RecordedEvent::event).containsExactly(next);
        assertThat(positionOf(next)).isGreaterThan(head).isEqualTo(journal().head());
    }

    @Test
    void removingAgainRemovesMore() {
        aroundTheCut();
        remove(Events.SELLER, EventTypes.USAGE, CUT.minusNanos(1));
        assertThat(allEvents()).extracting(Event::id).contains("before0").doesNotContain("before1", "before2");
        remove(Events.SELLER, EventTypes.USAGE, CUT.plusNanos(2));
        assertThat(allEvents()).extracting(Event::id).containsExactly("after2", "news", "old");
        remove(OTHER, EventTypes.USAGE, CUT);
        assertThat(allEvents()).extracting(Event::id).containsExactly("after2", "news");
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
}
