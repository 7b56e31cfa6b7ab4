package org.parley.itests.kit;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that can be observed, so that no test guesses how long it takes. */
public final class Await {

    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /**
     * Asks again and again until the condition holds.
     *
     * @throws AssertionError if it does not hold in time; with what the last attempt threw, if it threw
     */
    public static void until(String what, Duration atMost, Callable<Boolean> condition) {
        long end = System.nanoTime() + atMost.toNanos();
        Exception last = null;
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + what, e);
            } catch (Exception e) {
                last = e;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not in " + atMost.toSeconds() + " s: " + what, last);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
