package org.parley.capture.internal.journal;

import java.time.Duration;

/** The position of the last event, and those who wait for the next. */
final class Head {

    private volatile long position;

    Head(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    synchronized void moveTo(long reached) {
        position = reached;
        notifyAll();
    }

    synchronized boolean awaitAfter(long after, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (position <= after) {
            long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
