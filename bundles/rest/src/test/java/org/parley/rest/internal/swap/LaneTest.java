package org.parley.rest.internal.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;

@Timeout(30)
class LaneTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(2);
    private final Lane lane = new Lane("pricing", places, LONG);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Future<Lane.Passage> enterLater(String request) {
        return threads.submit(() -> lane.enter(request));
    }

    private void waitUntilHeld(int count) {
        while (lane.closing().held() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void letsRequestsPassWhileOpen() {
        Lane.Passage one = lane.enter("GET /a");
        lane.enter("GET /b");
        assertThat(lane.size()).isEqualTo(2);
        one.leave();
        one.leave();
        assertThat(lane.size()).isEqualTo(1);
    }

    @Test
    void holdsRequestsWhileClosedAndLetsThemInWhenOpened() throws Exception {
        lane.close();
        Future<Lane.Passage> held = enterLater("GET /a");
        waitUntilHeld(1);
        assertThat(held).isNotDone();
        assertThat(lane.size()).isZero();
        lane.open();
        held.get().leave();
        assertThat(lane.closing().held()).isEqualTo(1);
        assertThat(lane.closing().longestHold()).isPositive().isLessThan(LONG);
        assertThat(places.availablePermits()).isEqualTo(2);
    }

    @Test
    void waitsForThoseInsideAndNotForThoseHeld() throws Exception {
        Lane.Passage inside = lane.enter("GET /slow");
        assertThat(lane.close()).isEqualTo(1);
        Future<Lane.Passage> held = enterLater("GET /held");
        waitUntilHeld(1);
        Future<Boolean> empty = threads.submit(() -> lane.awaitEmpty(LONG));
        assertThat(empty).isNotDone();
        inside.leave();
        assertThat(empty.get()).isTrue();
        assertThat(held).isNotDone();
        lane.open();
        held.get();
    }

    @Test
    void saysWhoIsStillInside() {
        lane.enter("POST /slow (r-1)");
        lane.close();
        assertThat(lane.awaitEmpty(Duration.ofMillis(20))).isFalse();
        assertThat(lane.stillInside()).singleElement().asString().matches("POST /slow \\(r-1\\) for \\d+ ms");
    }

    @Test
    void turnsAwayThoseForWhomThereIsNoPlace() throws Exception {
        lane.close();
        List<Future<Lane.Passage>> held = List.of(enterLater("GET /a"), enterLater("GET /b"));
        waitUntilHeld(2);
        assertThatThrownBy(() -> lane.enter("GET /c")).isInstanceOfSatisfying(Fault.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        lane.open();
        for (Future<Lane.Passage> each : held) {
            each.get();
        }
    }

    @Test
    void placesAreSharedAmongLanes() {
        Lane other = new Lane("capture", places, LONG);
        lane.close();
        other.close();
        enterLater("GET /a");
        waitUntilHeld(1);
        threads.submit(() -> other.enter("GET /b"));
        while (other.closing().held() < 1) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> other.enter("GET /c")).isInstanceOf(Fault.class);
        lane.open();
        other.open();
    }

    @Test
    void givesUpAfterItsPatience() {
        Lane impatient = new Lane("pricing", places, Duration.ofMillis(20));
        impatient.close();
        assertThatThrownBy(() -> impatient.enter("GET /a")).isInstanceOf(Fault.class).hasMessageContaining("pricing");
        assertThat(places.availablePermits()).isEqualTo(2);
        assertThat(impatient.size()).isZero();
        assertThat(impatient.closing().longestHold()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void cannotBeClosedTwice() {
        lane.close();
        assertThatThrownBy(lane::close).isInstanceOf(IllegalStateException.class);
    }

    /** The invariant that swaps rest on: between a drained closing and the opening nobody is inside. */
    @Test
    void nobodyIsInsideADrainedLane() throws Exception {
        Lane busy = new Lane("pricing", new Semaphore(100), LONG);
        AtomicBoolean replacing = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(8);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(threads.submit(() -> {
                started.countDown();
                while (!over.get()) {
                    Lane.Passage passage = busy.enter("GET /a");
                    if (replacing.get()) {
                        broken.incrementAndGet();
                    }
                    Thread.yield();
                    if (replacing.get()) {
                        broken.incrementAndGet();
                    }
                    passage.leave();
                    served.incrementAndGet();
                }
            }));
        }
        started.await();
        for (int swap = 0; swap < 300; swap++) {
            int before = served.get();
            busy.close();
            assertThat(busy.awaitEmpty(LONG)).isTrue();
            replacing.set(true);
            Thread.yield();
            replacing.set(false);
            busy.open();
            while (served.get() == before) {
                Thread.onSpinWait();
            }
        }
        over.set(true);
        for (Future<?> client : clients) {
            client.get();
        }
        assertThat(broken).hasValue(0);
        assertThat(busy.size()).isZero();
        assertThat(served.get()).isGreaterThan(300);
    }
}
