package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Appended.Outcome;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;

@Timeout(30)
class GroupCommitTest {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);
    private final List<Integer> groups = new CopyOnWriteArrayList<>();

    private static List<NewEvent> events(int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(new NewEvent(new IdKey(i, i), 0, new byte[10]));
        }
        return events;
    }

    /** Waits for the gate, then "writes". */
    private List<Appended> gated(List<NewEvent> events) {
        writing.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        groups.add(events.size());
        return events.stream().map(event -> new Appended(Outcome.ACCEPTED, event.key().high())).toList();
    }

    private GroupCommit commits(long maxWaiting, long maxGroup, Duration patience, Function<List<NewEvent>, List<Appended>> write) {
        return new GroupCommit(new CommitQueue(new CommitQueue.Bounds(maxWaiting, 100), maxGroup, patience), write);
    }

    private static void awaitDepth(GroupCommit commits, int depth) {
        while (commits.depth() != depth) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWaitsSharesACommitUpToItsLimit() throws Exception {
        try (GroupCommit commits = commits(10_000, 60, Duration.ofSeconds(20), this::gated)) {
            CompletableFuture<List<Appended>> first = CompletableFuture.supplyAsync(() -> commits.append(events(1)));
            writing.await();
            List<CompletableFuture<List<Appended>>> waiting = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> commits.append(events(2)), r -> new Thread(r).start()));
            }
            awaitDepth(commits, 4);
            gate.countDown();

            assertThat(first.get()).hasSize(1);
            for (CompletableFuture<List<Appended>> one : waiting) {
                assertThat(one.get()).extracting(Appended::position).containsExactly(0L, 1L);
            }
        }
        assertThat(groups).containsExactly(1, 6, 2);
    }

    @Test
    void whoFindsNoRoomInTimeIsToldToComeBack() throws Exception {
        try (GroupCommit commits = commits(50, 50, Duration.ofMillis(10), this::gated)) {
            CompletableFuture<List<Appended>> first = CompletableFuture.supplyAsync(() -> commits.append(events(5)));
            writing.await();
            CompletableFuture<List<Appended>> waiting = CompletableFuture.supplyAsync(() -> commits.append(events(5)), r -> new Thread(r).start());
            awaitDepth(commits, 1);

            assertThatThrownBy(() -> commits.append(events(1))).isInstanceOfSatisfying(Fault.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            gate.countDown();
            assertThat(first.get()).hasSize(5);
            assertThat(waiting.get()).hasSize(5);
        }
    }

    @Test
    void whoDoesNotWaitForRoomIsToldAtOnceToComeBack() throws Exception {
        CommitQueue queue = new CommitQueue(new CommitQueue.Bounds(1000, 2), 50, Duration.ofDays(1));
        try (GroupCommit commits = new GroupCommit(queue, this::gated)) {
            CompletableFuture<List<Appended>> first = commits.offer(events(1));
            writing.await();
            CompletableFuture<List<Appended>> second = commits.offer(events(1));
            CompletableFuture<List<Appended>> third = commits.offer(events(1));

            assertThatThrownBy(() -> commits.offer(events(1))).as("by number").isInstanceOfSatisfying(Fault.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
            assertThat(first).isNotDone();
            gate.countDown();
            assertThat(first.get()).hasSize(1);
            assertThat(second.get()).hasSize(1);
            assertThat(third.get()).hasSize(1);
        }
    }

    @Test
    void aFailedCommitIsToldToAllAndTheNextIsTried() throws Exception {
        List<Integer> calls = new CopyOnWriteArrayList<>();
        try (GroupCommit commits = commits(1000, 1000, Duration.ofSeconds(1), events -> {
            calls.add(events.size());
            if (calls.size() == 1) {
                throw new Fault("the disk is full", new IllegalStateException());
            }
            return gated(events);
        })) {
            gate.countDown();
            assertThatThrownBy(() -> commits.append(events(1))).isInstanceOf(Fault.class).hasMessage("the disk is full");
            assertThat(commits.append(events(1))).hasSize(1);
        }
    }

    @Test
    void closingFinishesWhatWaitsAndRefusesWhatComesLater() throws ExecutionException, InterruptedException {
        GroupCommit commits = commits(1000, 10, Duration.ofSeconds(1), this::gated);
        List<CompletableFuture<List<Appended>>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> commits.append(events(1)), r -> new Thread(r).start()));
        }
        writing.await();
        awaitDepth(commits, 3);
        gate.countDown();
        commits.close();

        for (CompletableFuture<List<Appended>> one : waiting) {
            assertThat(one.get()).hasSize(1);
        }
        assertThatThrownBy(() -> commits.append(events(1))).isInstanceOfSatisfying(Fault.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
