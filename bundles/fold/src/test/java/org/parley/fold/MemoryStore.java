package org.parley.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Keeps, for each projection, the ids of the events it counted. */
final class MemoryStore implements ProjectionStore<List<String>> {

    private final Map<String, Progress> progress = new HashMap<>();
    private final Map<String, List<String>> counted = new HashMap<>();
    private long position;

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized Optional<Progress> progress(String name) {
        return Optional.ofNullable(progress.get(name));
    }

    @Override
    public synchronized void reset(String name, int version) {
        counted.remove(name);
        progress.put(name, new Progress(version, 0));
    }

    @Override
    public synchronized void commit(List<Advance<List<String>>> advances, OptionalLong to) {
        advances.forEach(advance -> {
            progress.put(advance.name(), advance.progress());
            advance.changes().ifPresent(
                    ids -> counted.computeIfAbsent(advance.name(), name -> new ArrayList<>()).addAll(ids));
        });
        position = to.orElse(position);
        notifyAll();
    }

    synchronized List<String> counted(String name) {
        return List.copyOf(counted.getOrDefault(name, List.of()));
    }

    /** Waits for a condition on what is stored, which is checked after each commit. */
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not reached in time; stored: " + progress + " " + counted);
            }
            wait(20);
        }
    }
}
