package org.parley.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.capture.api.Journal;
import org.parley.capture.api.testing.Events;
import org.parley.capture.api.testing.InMemoryJournal;

class ProjectionsTest {

    private static final int BATCH = 10;

    private final InMemoryJournal journal = new InMemoryJournal();
    private final MemoryStore store = new MemoryStore();
    private final Guard guard = new Guard("test-guard");
    private Projections<List<String>> projections = open(Optional.of(journal));

    private Projections<List<String>> open(Optional<Journal> present) {
        return new Projections<>("test", () -> present, store, guard, Duration.ofSeconds(1), BATCH);
    }

    @AfterEach
    void close() {
        projections.close();
        guard.close();
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void countsEachEventOnceAndInOrder() throws Exception {
        projections.install(List.of(Collecting.of("a"), Collecting.of("b")));
        journal.append(Events.usages("u", 95));
        store.await(() -> store.counted("a").size() >= 95 && store.counted("b").size() >= 95);
        assertThat(store.counted("a")).isEqualTo(ids("u", 95));
        assertThat(store.counted("b")).isEqualTo(ids("u", 95));
    }

    @Test
    void resumesAfterARestart() throws Exception {
        projections.install(List.of(Collecting.of("a")));
        journal.append(Events.usages("u", 30));
        store.await(() -> store.counted("a").size() >= 30);
        projections.close();
        journal.append(Events.usages("v", 30));
        projections = open(Optional.of(journal));
        projections.install(List.of(Collecting.of("a")));
        store.await(() -> store.counted("a").size() >= 60);
        assertThat(store.counted("a")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aNewProjectionCatchesUpWithoutDisturbingTheOthers() throws Exception {
        Collecting first = Collecting.of("first");
        projections.install(List.of(first));
        journal.append(Events.usages("u", 500));
        store.await(() -> store.position() == 500);
        projections.install(List.of(first, Collecting.of("second")));
        journal.append(Events.usages("v", 500));
        store.await(() -> store.counted("second").size() >= 1000 && store.counted("first").size() >= 1000);
        assertThat(store.counted("first")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(store.counted("second")).isEqualTo(store.counted("first"));
        store.await(() -> journal.reported().containsKey("test/second"));
    }

    @Test
    void tellsHowFarItIsUntilItHasCaughtUp() throws Exception {
        journal.append(Events.usages("u", 25));
        CountDownLatch goOn = new CountDownLatch(1);
        projections.install(List.of(new Collecting("a", 1, id -> {
            if (id.equals("u15")) {
                awaitLatch(goOn);
            }
        })));
        store.await(() -> projections.standing("a").filter(standing -> standing.position() == 10).isPresent());
        assertThat(projections.standing("a").orElseThrow().obstacle())
                .contains("still counting: 10 of 25 events");
        goOn.countDown();
        store.await(() -> projections.standing("a").orElseThrow().obstacle().isEmpty());
        assertThat(store.counted("a")).isEqualTo(ids("u", 25));
    }

    @Test
    void aChangedVersionFoldsFromTheStart() throws Exception {
        projections.install(List.of(Collecting.of("a")));
        journal.append(Events.usages("u", 30));
        store.await(() -> store.counted("a").size() >= 30);
        projections.install(List.of(new Collecting("a", 2, id -> { })));
        store.await(() -> store.progress("a").equals(Optional.of(new ProjectionStore.Progress(2, 30))));
        assertThat(store.counted("a")).isEqualTo(ids("u", 30));
    }

    @Test
    void aProjectionThatWasAwayResumesWhereItWas() throws Exception {
        Collecting stays = Collecting.of("stays");
        projections.install(List.of(stays, Collecting.of("a")));
        journal.append(Events.usages("u", 30));
        store.await(() -> store.counted("a").size() >= 30);
        projections.install(List.of(stays));
        store.await(() -> projections.standing("a").isEmpty());
        journal.append(Events.usages("v", 30));
        store.await(() -> store.counted("stays").size() >= 60);
        projections.install(List.of(stays, Collecting.of("a")));
        store.await(() -> store.counted("a").size() >= 60);
        assertThat(store.counted("a")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void oneThatThrowsStopsBeforeThatEventWhileOthersGoOn() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Collecting bad = new Collecting("bad", 1, id -> {
            if (id.equals("u13")) {
                calls.incrementAndGet();
                throw new IllegalStateException("cannot");
            }
        });
        projections.install(List.of(bad, Collecting.of("good")));
        journal.append(Events.usages("u", 40));
        store.await(() -> store.counted("good").size() >= 40
                && projections.standing("bad").flatMap(Standing::stopped).isPresent());
        assertThat(store.counted("bad")).isEqualTo(ids("u", 13));
        assertThat(projections.standing("bad").orElseThrow().position()).isEqualTo(13);
        assertThat(projections.standing("bad").orElseThrow().obstacle().orElseThrow()).contains("before event 14");
        assertThat(calls).hasValue(3);
    }

    @Test
    void oneThatIsReplacedByABetterOneGoesOn() throws Exception {
        projections.install(List.of(new Collecting("a", 1, id -> {
            if (id.equals("u13")) {
                throw new StackOverflowError();
            }
        })));
        journal.append(Events.usages("u", 40));
        store.await(() -> projections.standing("a").flatMap(Standing::stopped).isPresent());
        projections.install(List.of(Collecting.of("a")));
        store.await(() -> store.counted("a").size() >= 40);
        assertThat(store.counted("a")).isEqualTo(ids("u", 40));
    }

    @Test
    void oneThatHangsIsLeftBehindWithNothingOfItsBatchCounted() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Collecting hangs = new Collecting("hangs", 1, id -> {
            if (id.equals("u5")) {
                awaitLatch(never);
            }
        });
        projections.install(List.of(hangs, Collecting.of("good")));
        journal.append(Events.usages("u", 40));
        store.await(() -> store.counted("good").size() >= 40
                && projections.standing("hangs").flatMap(Standing::stopped).isPresent());
        assertThat(store.counted("hangs")).isEmpty();
        never.countDown();
    }

    @Test
    void waitsWhileThereIsNoJournal() throws Exception {
        projections.close();
        projections = open(Optional.empty());
        projections.install(List.of(Collecting.of("a")));
        store.await(() -> projections.standing("a").isPresent());
        assertThat(projections.standing("a").orElseThrow().obstacle().orElseThrow()).contains("not yet known");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
