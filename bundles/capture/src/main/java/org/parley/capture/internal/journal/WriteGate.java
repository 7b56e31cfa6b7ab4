package org.parley.capture.internal.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.parley.common.Fault;

/** Keeps events out while they could not be told from those that are there; the senders are told to try again. */
final class WriteGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> reasons = new TreeMap<>();

    /**
     * Writes, unless the gate is shut.
     *
     * @throws Fault unavailable if it is
     */
    <T> T pass(Supplier<T> write) {
        lock.lock();
        try {
            if (!reasons.isEmpty()) {
                throw Fault.unavailable("no events are taken at present: " + String.join("; ", reasons.values()));
            }
            return write.get();
        } finally {
            lock.unlock();
        }
    }

    /** When this returns, nothing is being written and nothing will be. */
    void shut(String cause, String reason) {
        lock.lock();
        try {
            reasons.put(cause, reason);
        } finally {
            lock.unlock();
        }
    }

    /** Takes one cause away. */
    void open(String cause) {
        lock.lock();
        try {
            reasons.remove(cause);
        } finally {
            lock.unlock();
        }
    }

    /** Why it is shut, by cause; empty if it is open. */
    Map<String, String> reasons() {
        lock.lock();
        try {
            return Map.copyOf(reasons);
        } finally {
            lock.unlock();
        }
    }
}
