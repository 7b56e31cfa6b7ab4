package org.parley.capture.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.testing.Events;
import org.parley.capture.api.testing.InMemoryJournal;

@Timeout(30)
class JournalFollowerTest {

    /** Counts into a list, as a database would, and can be told to fail once before it has stored anything. */
    private static final class Counting implements JournalFollower.Reader {

        private final List<Long> counted = new ArrayList<>();
        private boolean failNext;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public synchronized long position() {
            return counted.isEmpty() ? Journal.START : counted.get(counted.size() - 1);
        }

        @Override
        public synchronized void count(List<RecordedEvent> events) {
            if (failNext) {
                failNext = false;
                throw new IllegalStateException("the database is not there");
            }
            events.forEach(event -> counted.add(event.position()));
            notifyAll();
        }

        private synchronized void failNext() {
            failNext = true;
        }

        private synchronized List<Long> counted() {
            return List.copyOf(counted);
        }

        private synchronized void await(BooleanSupplier condition) throws InterruptedException {
            while (!condition.getAsBoolean()) {
                wait(1_000);
            }
        }

        private void awaitCounted(int size) throws InterruptedException {
            await(() -> counted.size() >= size);
        }
    }

    private final InMemoryJournal journal = new InMemoryJournal();
    private final AtomicReference<Optional<Journal>> present = new AtomicReference<>(Optional.of(journal));
    private final Counting reader = new Counting();

    private void append(int from, int to) {
        for (int i = from; i <= to; i++) {
            journal.append(List.of(Events.usage("e" + i)));
        }
    }

    @Test
    void countsEachEventOnceAndInOrder() throws InterruptedException {
        append(1, 250);
        try (JournalFollower follower = new JournalFollower(present::get, reader, 100)) {
            append(251, 300);
            reader.awaitCounted(300);
        }
        assertThat(reader.counted()).hasSize(300).isSorted().doesNotHaveDuplicates().startsWith(1L).endsWith(300L);
        assertThat(journal.reported()).containsEntry("counting", 300L);
    }

    @Test
    void triesAgainFromItsOwnPositionAfterAFailure() throws InterruptedException {
        append(1, 10);
        reader.failNext();
        try (JournalFollower follower = new JournalFollower(present::get, reader, 4)) {
            reader.awaitCounted(10);
        }
        assertThat(reader.counted()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void waitsWhileThereIsNoJournalAndGoesOnWhenItIsBack() throws InterruptedException {
        present.set(Optional.empty());
        append(1, 5);
        try (JournalFollower follower = new JournalFollower(present::get, reader, 4)) {
            assertThat(reader.counted()).isEmpty();
            present.set(Optional.of(journal));
            reader.awaitCounted(5);
        }
    }

    @Test
    void hasStoppedWhenCloseReturns() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        JournalFollower follower = new JournalFollower(present::get, new JournalFollower.Reader() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public long position() {
                return reader.position();
            }

            @Override
            public void count(List<RecordedEvent> events) {
                inside.countDown();
                awaitUninterruptibly(finish);
                reader.count(events);
            }
        }, 10);
        append(1, 1);
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        Thread closer = new Thread(follower::close);
        closer.start();
        finish.countDown();
        closer.join();
        append(2, 2);

        assertThat(reader.counted()).containsExactly(1L);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // The batch in hand is finished first: that is what is under test.
            }
        }
    }

    @Test
    void aReaderThatIsAheadOfARestoredJournalIsToldAndSkipsNothing() throws InterruptedException {
        append(1, 10);
        try (JournalFollower follower = new JournalFollower(present::get, reader, 100)) {
            reader.awaitCounted(10);
        }
        InMemoryJournal restored = new InMemoryJournal();
        restored.append(Events.usages("other", 5));
        present.set(Optional.of(restored));
        try (JournalFollower follower = new JournalFollower(present::get, reader, 100)) {
            awaitTrue(follower::isAhead);
            restored.append(Events.usages("more", 20));
            awaitTrue(() -> restored.reported().get("counting") == 10);
            assertThat(follower.isAhead()).isTrue();
        }
        assertThat(reader.counted()).hasSize(10);
    }

    private static void awaitTrue(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
