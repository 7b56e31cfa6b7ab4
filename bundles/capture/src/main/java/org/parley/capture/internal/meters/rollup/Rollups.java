package org.parley.capture.internal.meters.rollup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.capture.api.Event;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.rollup.Standing.State;

/**
 * Counts events for all meters. The meters that are up to date share one reader of the journal, which looks at no more
 * than an event's seller and type if nobody measures those. A new version reads what was there before on its own way
 * ({@link Building}), and takes the place of the version before when it has come to where the others are.
 *
 * <p>Each event counts once for each meter: a commit holds the rows and the positions that belong to them.
 */
public final class Rollups implements JournalFollower.Reader {

    /** The name that the position is reported under. */
    public static final String NAME = "meters";

    private final RollupStore store;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition moved = lock.newCondition();
    /** By event type, which tells most events apart; then those of the seller are few. */
    private volatile Map<String, List<Track>> current = Map.of();
    private volatile List<Track> tracks = List.of();
    private volatile long position;

    /** @param meters all versions of all meters there are */
    public Rollups(RollupStore store, Collection<Meter> meters) {
        this.store = store;
        this.position = store.position();
        this.tracks = meters.stream().map(meter -> new Track(meter, store.standing(meter))).toList();
        sort();
    }

    /** Counts for one more meter, or one more version, from the journal's start. */
    public void add(Meter meter) {
        lock.lock();
        try {
            List<Track> more = new ArrayList<>(tracks);
            more.add(new Track(meter, store.standing(meter)));
            tracks = List.copyOf(more);
        } finally {
            lock.unlock();
        }
    }

    private void sort() {
        current = tracks.stream().filter(track -> track.is(State.CURRENT))
                .collect(Collectors.groupingBy(track -> track.meter().definition().eventType()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void count(List<RecordedEvent> events) {
        lock.lock();
        try {
            long end = events.get(events.size() - 1).position();
            store.commit(fold(current, events), Map.of(), OptionalLong.of(end));
            position = end;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Collection<Batch> fold(Map<String, List<Track>> by, List<RecordedEvent> events) {
        Map<Track, Batch> batches = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            Event event = recorded.event();
            for (Track track : by.getOrDefault(event.type(), List.of())) {
                if (track.meter().seller().equals(event.seller())) {
                    batches.computeIfAbsent(track, each -> new Batch(each.meter())).add(recorded);
                }
            }
        }
        return batches.values();
    }

    /** Those that have the longest way behind them of all that are being built: they go on together. */
    List<Track> nextToBuild() {
        long furthest = building().mapToLong(track -> track.standing().position()).max().orElse(-1);
        return building().filter(track -> track.standing().position() == furthest).toList();
    }

    private Stream<Track> building() {
        return tracks.stream().filter(track -> track.is(State.BUILDING));
    }

    /**
     * Counts for meters that are being built what the others have counted already; when nothing of that is left, they
     * count with the others from now on.
     *
     * @param events what follows the position of these meters
     */
    void build(List<Track> together, List<RecordedEvent> events) {
        lock.lock();
        try {
            List<RecordedEvent> due = events.stream().takeWhile(event -> event.position() <= position).toList();
            Map<String, List<Track>> byType = together.stream()
                    .collect(Collectors.groupingBy(track -> track.meter().definition().eventType()));
            long end = due.isEmpty() ? position : due.get(due.size() - 1).position();
            Map<Track, Standing> after = new HashMap<>();
            together.forEach(track -> after.put(track, new Standing(end == position ? State.CURRENT : State.BUILDING, end)));
            after.keySet().stream().filter(track -> after.get(track).state() == State.CURRENT).toList()
                    .forEach(track -> supersede(track, after));
            store.commit(fold(byType, due), after.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().meter(), Map.Entry::getValue)), OptionalLong.empty());
            after.forEach(Track::moved);
            sort();
        } finally {
            lock.unlock();
        }
    }

    private void supersede(Track newer, Map<Track, Standing> after) {
        tracks.stream().filter(track -> track.isOlderVersionOf(newer) && !track.is(State.SUPERSEDED))
                .forEach(track -> after.put(track, new Standing(State.SUPERSEDED, position)));
    }

    /** How far this version has come. */
    public Progress progress(Meter meter) {
        Standing standing = tracks.stream().filter(track -> track.meter().equals(meter)).map(Track::standing)
                .max(Comparator.comparing(Standing::position)).orElse(Standing.NEW);
        boolean ready = standing.state() == State.CURRENT;
        return new Progress(ready ? position : standing.position(), position, ready,
                standing.state() == State.SUPERSEDED);
    }

    public Gaps gaps(Meter meter) {
        return store.gaps(meter);
    }

    /** Waits until the current meters have counted up to here, at the longest for this time. */
    public void await(long wanted, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** A copy of the rollups as they are at one moment, with all that was committed. */
    void copy(Path target) {
        lock.lock();
        try {
            store.folder().checkpoint(target);
        } finally {
            lock.unlock();
        }
    }

    Optional<Track> track(Meter meter) {
        return tracks.stream().filter(track -> track.meter().equals(meter)).findFirst();
    }

    List<Meter> meters() {
        return tracks.stream().map(Track::meter).toList();
    }
}
