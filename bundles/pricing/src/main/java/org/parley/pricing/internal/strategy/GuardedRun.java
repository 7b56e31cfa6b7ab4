package org.parley.pricing.internal.strategy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to one strategy, one after the other on a thread of their own. The thread that waits gives each call its time;
 * one that takes longer has failed, its thread is abandoned, and another thread goes on with the next call. What an
 * abandoned thread brings later is not taken.
 */
final class GuardedRun<T> {

    /** One call. */
    interface Step<T> {

        /** Asks the plugin; on the plugin's thread. */
        T call();

        /** Takes the outcome; before the next step's call, and by one thread at a time. */
        default void accept(Outcome<T> outcome) {}
    }

    /** How many times its limit a call may take that is held up by nothing but a busy machine. */
    private static final long STARVED_FACTOR = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Logger LOG = LoggerFactory.getLogger(GuardedRun.class);

    private final String name;
    private final ClassLoader loader;
    private final Circuit circuit;
    private final GuardLimits limits;
    private final List<? extends Step<T>> steps;
    private final List<Outcome<T>> outcomes;
    private final Set<Thread> abandoned = new HashSet<>();
    private @Nullable Thread owner;
    private long startedNanos;
    private long startedCpuNanos;

    GuardedRun(String name, ClassLoader loader, Circuit circuit, GuardLimits limits, List<? extends Step<T>> steps) {
        this.name = name;
        this.loader = loader;
        this.circuit = circuit;
        this.limits = limits;
        this.steps = steps;
        this.outcomes = new ArrayList<>(steps.size());
    }

    /** All outcomes, in the order of the steps. */
    synchronized List<Outcome<T>> run() {
        while (outcomes.size() < steps.size()) {
            if (!circuit.allows(limits)) {
                take(new Outcome.Failed<>(name + " is in quarantine after repeated failures"));
            } else if (owner == null) {
                startWorker();
            } else {
                awaitWorker();
            }
        }
        return outcomes;
    }

    private void startWorker() {
        Thread worker = new Thread(this::work, "parley-strategy-" + name);
        worker.setDaemon(true);
        worker.setContextClassLoader(loader);
        owner = worker;
        started();
        worker.start();
    }

    private void awaitWorker() {
        long left = limits.timeLimit().toNanos() - (System.nanoTime() - startedNanos);
        if (left > 0) {
            pause(left);
        } else if (isStarved()) {
            pause(limits.timeLimit().toNanos() / 10);
        } else {
            abandon();
        }
    }

    /** Whether the plugin could not use its time, because the machine was busy with something else. */
    private boolean isStarved() {
        Thread worker = Objects.requireNonNull(owner);
        long limit = limits.timeLimit().toNanos();
        return worker.getState() == Thread.State.RUNNABLE
                && System.nanoTime() - startedNanos < limit * STARVED_FACTOR
                && THREADS.getThreadCpuTime(worker.getId()) - startedCpuNanos < limit;
    }

    private void pause(long nanos) {
        try {
            wait(Math.max(1, nanos / 1_000_000));
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
        }
    }

    private void abandon() {
        Thread hung = Objects.requireNonNull(owner);
        owner = null;
        abandoned.add(hung);
        circuit.hangs();
        fail("did not answer within " + limits.timeLimit().toMillis() + " ms");
        hung.interrupt();
    }

    private void work() {
        for (int step = begin(); step >= 0; step = begin()) {
            finish(call(steps.get(step)));
        }
        leave();
    }

    private synchronized void leave() {
        if (abandoned.remove(Thread.currentThread())) {
            circuit.hangsNoMore();
        }
    }

    /** The step to call, or -1 if there is none for this thread. */
    private synchronized int begin() {
        if (owner != Thread.currentThread()) {
            return -1;
        }
        if (outcomes.size() == steps.size() || !circuit.allows(limits)) {
            owner = null;
            notifyAll();
            return -1;
        }
        started();
        return outcomes.size();
    }

    private void started() {
        startedNanos = System.nanoTime();
        startedCpuNanos = Thread.currentThread() == owner ? THREADS.getCurrentThreadCpuTime() : 0;
    }

    private Supplier<Outcome<T>> call(Step<T> step) {
        try {
            T value = step.call();
            return () -> new Outcome.Answered<>(value);
        } catch (Throwable e) { // a plugin may fail in any way, with an Error too
            return () -> failure(e);
        }
    }

    /** Hands in an outcome, unless this thread was abandoned meanwhile. */
    private synchronized void finish(Supplier<Outcome<T>> outcome) {
        if (owner != Thread.currentThread()) {
            return;
        }
        started();
        Outcome<T> made = outcome.get();
        if (made instanceof Outcome.Answered) {
            circuit.succeeded();
        }
        take(made);
    }

    private Outcome<T> failure(Throwable e) {
        String what = e.getMessage() == null ? "it gave no message" : e.getMessage();
        LOG.warn("strategy {} failed", name, e);
        circuit.failed(what, limits);
        return new Outcome.Failed<>(name + " failed: " + (what.length() > 200 ? what.substring(0, 200) : what));
    }

    private void fail(String what) {
        LOG.warn("strategy {} {}", name, what);
        circuit.failed(what, limits);
        take(new Outcome.Failed<>(name + " " + what));
    }

    private void take(Outcome<T> outcome) {
        steps.get(outcomes.size()).accept(outcome);
        outcomes.add(outcome);
    }
}
