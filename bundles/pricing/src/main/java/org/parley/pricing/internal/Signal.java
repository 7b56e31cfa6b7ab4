package org.parley.pricing.internal;

/** Tells a waiting thread that there is something to do; a signal given while nobody waits is not lost. */
public final class Signal {

    private boolean given;

    public synchronized void give() {
        given = true;
        notifyAll();
    }

    /** Waits for a signal, at the longest for this many milliseconds, and takes it. */
    public synchronized void await(long atMostMillis) throws InterruptedException {
        if (!given) {
            wait(atMostMillis);
        }
        given = false;
    }
}
