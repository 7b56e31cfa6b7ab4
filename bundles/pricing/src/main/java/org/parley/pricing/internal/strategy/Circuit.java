package org.parley.pricing.internal.strategy;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one installed strategy's failures. After several in a row it is left alone for a while; the first
 * call after that decides whether it is well again. It lives as long as the strategy's registration.
 */
public final class Circuit {

    /** When and how a strategy failed last. */
    public record Failure(Instant at, String what) {}

    private int consecutive;
    private long failures;
    private int hanging;
    private long openAgainNanos;
    private Optional<Failure> last = Optional.empty();

    synchronized boolean allows(GuardLimits limits) {
        return hanging < limits.maxHanging() && !quarantined(limits);
    }

    /** Whether it is left alone at the moment. */
    public synchronized boolean quarantined(GuardLimits limits) {
        return hanging >= limits.maxHanging()
                || consecutive >= limits.failuresToQuarantine() && System.nanoTime() - openAgainNanos < 0;
    }

    synchronized void succeeded() {
        consecutive = 0;
    }

    synchronized void failed(String what, GuardLimits limits) {
        consecutive++;
        failures++;
        last = Optional.of(new Failure(Instant.now(), what));
        if (consecutive >= limits.failuresToQuarantine()) {
            openAgainNanos = System.nanoTime() + limits.quarantine().toNanos();
        }
    }

    synchronized void hangs() {
        hanging++;
    }

    synchronized void hangsNoMore() {
        hanging--;
    }

    /** How often it failed since it was installed. */
    public synchronized long failures() {
        return failures;
    }

    /** How many threads still hang in it. */
    public synchronized int hanging() {
        return hanging;
    }

    public synchronized Optional<Failure> last() {
        return last;
    }
}
