package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.parley.common.Fault;

/**
 * The way into one module. While it is open, requests pass and are counted; once it is closed, new ones wait until it
 * is opened again. Who closes it waits until those inside have left and can then replace the module unseen.
 *
 * <p>Each waiting request holds a thread of the HTTP server, so all lanes share one bounded number of places to wait.
 */
public final class Lane {

    private final String module;
    private final Semaphore places;
    private final Duration patience;
    private final Set<Passage> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean open = true;
    private int held;
    private long firstHeldSince;
    private Duration longestHold = Duration.ZERO;

    /**
     * @param places   where requests of all lanes wait
     * @param patience how long one request waits at the most
     */
    Lane(String module, Semaphore places, Duration patience) {
        this.module = module;
        this.places = places;
        this.patience = patience;
    }

    /** A request on its way through the module; left exactly once, leaving again does nothing. */
    public final class Passage {

        private final String request;
        private final long since = System.nanoTime();

        private Passage(String request) {
            this.request = request;
        }

        public void leave() {
            synchronized (Lane.this) {
                if (inside.remove(this)) {
                    Lane.this.notifyAll();
                }
            }
        }

        private String told(long now) {
            return request + " for " + Duration.ofNanos(now - since).toMillis() + " ms";
        }
    }

    /**
     * How a closing went, up to now.
     *
     * @param held        requests that had to wait
     * @param longestHold the longest of their waits
     */
    public record Closing(int held, Duration longestHold) {}

    /**
     * Lets a request in, at once or when the lane is opened.
     *
     * @param request its method, path and id, for those who wait for it to leave
     * @throws Fault saying to try again later, if there is no place to wait or the wait takes too long
     */
    public Passage enter(String request) {
        synchronized (this) {
            if (open) {
                return admit(request);
            }
        }
        if (!places.tryAcquire()) {
            throw Fault.unavailable("module '" + module + "' is being replaced and too many requests wait for it; try again");
        }
        try {
            return waitAndEnter(request);
        } finally {
            places.release();
        }
    }

    private synchronized Passage waitAndEnter(String request) {
        if (held++ == 0) {
            firstHeldSince = System.nanoTime();
        }
        if (!await(() -> open, patience)) {
            longestHold = patience;
            throw Fault.unavailable("module '" + module + "' is still being replaced; try again");
        }
        return admit(request);
    }

    private Passage admit(String request) {
        Passage passage = new Passage(request);
        inside.add(passage);
        return passage;
    }

    /**
     * From now on new requests wait.
     *
     * @return how many are inside
     */
    synchronized int close() {
        if (!open) {
            throw new IllegalStateException("the lane of " + module + " is closed already");
        }
        open = false;
        held = 0;
        longestHold = Duration.ZERO;
        return inside.size();
    }

    /** Lets those who wait, and everyone after them, in. Opening an open lane does nothing. */
    synchronized void open() {
        if (!open && held > 0 && longestHold.isZero()) {
            // The first to come has waited longest.
            longestHold = Duration.ofNanos(System.nanoTime() - firstHeldSince);
        }
        open = true;
        notifyAll();
    }

    synchronized Closing closing() {
        return new Closing(held, longestHold);
    }

    /** Waits until all requests inside have left; false if some have not after this time. */
    synchronized boolean awaitEmpty(Duration limit) {
        return await(inside::isEmpty, limit);
    }

    /** How many requests are inside. */
    synchronized int size() {
        return inside.size();
    }

    /** The requests inside and since when, the oldest first. */
    synchronized List<String> stillInside() {
        long now = System.nanoTime();
        return inside.stream().sorted((a, b) -> Long.compare(a.since, b.since)).map(passage -> passage.told(now)).toList();
    }


    private boolean await(BooleanSupplier state, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (millis <= 0) {
                return false;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Fault.unavailable("interrupted while waiting for module '" + module + "'");
            }
        }
        return true;
    }
}
