package org.parley.capture.internal.meters.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.capture.api.Event;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.meters.Meter;

/**
 * Counts all events again into an empty folder and compares the result with a copy of the rollups, row by row. Rows of
 * windows from which retention has removed events cannot be counted again and are left out.
 */
public final class Recount implements JournalCheck.Run, AutoCloseable {

    private static final int BATCH = 4096;
    private static final int MAX_FAULTS = 100;

    private final Path folder;
    private final JournalCheck.Horizon horizon;
    private final RollupStore stored;
    private final RollupStore again;
    private final long upTo;
    private final Map<Meter, Long> ends = new LinkedHashMap<>();
    private final Map<String, List<Meter>> byType;
    private final List<RecordedEvent> waiting = new ArrayList<>();

    /** @param folder an empty place for the copy and the recount, on the disk of the rollups */
    public Recount(Rollups rollups, Path folder, JournalCheck.Horizon horizon) {
        this.folder = folder;
        this.horizon = horizon;
        delete(folder);
        List<Meter> meters = rollups.meters();
        rollups.copy(made(folder).resolve("stored"));
        this.stored = RollupStore.open(folder.resolve("stored"));
        this.again = RollupStore.open(folder.resolve("again"));
        this.upTo = stored.position();
        meters.forEach(meter -> ends.put(meter, end(stored.standing(meter))));
        this.byType = meters.stream().collect(Collectors.groupingBy(meter -> meter.definition().eventType()));
    }

    private long end(Standing standing) {
        return standing.state() == Standing.State.CURRENT ? upTo : standing.position();
    }

    @Override
    public long upTo() {
        return upTo;
    }

    @Override
    public void event(RecordedEvent event) {
        if (byType.containsKey(event.event().type())) {
            waiting.add(event);
            if (waiting.size() == BATCH) {
                count();
            }
        }
    }

    private void count() {
        Map<Meter, Batch> batches = new HashMap<>();
        for (RecordedEvent recorded : waiting) {
            Event event = recorded.event();
            byType.get(event.type()).stream()
                    .filter(meter -> meter.seller().equals(event.seller()) && recorded.position() <= ends.get(meter))
                    .forEach(meter -> batches.computeIfAbsent(meter, Batch::new).add(recorded));
        }
        again.commit(batches.values(), Map.of(), OptionalLong.empty());
        waiting.clear();
    }

    @Override
    public List<String> faults() {
        try {
            count();
            List<String> faults = new ArrayList<>();
            for (Meter meter : ends.keySet()) {
                Instant from = horizon.from(meter.seller(), meter.definition().eventType());
                new Comparison(meter, from, stored, again).faults(MAX_FAULTS - faults.size(), faults::add);
            }
            return faults;
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        stored.close();
        again.close();
        delete(folder);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
