package org.parley.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the journal for all projections of a module. The projections that are level share one reader; one that is
 * behind, because it is new, changed or was away, gets a lane of its own and joins the others when it has caught up.
 * A projection that fails stays before the event it failed at, while the others go on.
 *
 * <p>Each event counts once for each projection: a commit holds the changes and the positions that belong to them.
 */
public final class Projections<C> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    private final String reader;
    private final Supplier<Optional<Journal>> journal;
    private final ProjectionStore<C> store;
    private final Folding folding;
    /** Fair, so that a long catch-up and the common reader take turns. */
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Lanes<C> lanes;
    private volatile Map<String, Track<C>> tracks = Map.of();
    private volatile long position;

    /**
     * @param reader the module's name as a reader of the journal
     * @param limit  how long a plugin may take for one batch
     * @param batch  how many events are folded in one atomic write at the most
     */
    public Projections(String reader, Supplier<Optional<Journal>> journal, ProjectionStore<C> store, Guard guard,
            Duration limit, int batch) {
        this.reader = reader;
        this.journal = journal;
        this.store = store;
        this.folding = new Folding(guard, limit);
        this.position = store.position();
        this.lanes = new Lanes<>(this, journal, batch);
    }

    /**
     * From now on exactly these are folded, those that are equal to the present ones undisturbed. Takes effect soon, on
     * another thread; reading begins with the first call.
     */
    public void install(Collection<? extends Projection<C>> present) {
        List<Projection<C>> wanted = List.copyOf(present);
        lanes.later(() -> replace(wanted));
    }

    /** How far a projection has come; empty if there is none of this name (yet). */
    public Optional<Standing> standing(String name) {
        return Optional.ofNullable(tracks.get(name)).map(Track::standing);
    }

    /** The last event that the level projections have counted. */
    public long position() {
        return position;
    }

    @Override
    public void close() {
        lanes.close();
    }

    String reader() {
        return reader;
    }

    Collection<Track<C>> lagging() {
        return tracks.values().stream().filter(Track::lags).toList();
    }

    private void replace(List<Projection<C>> wanted) {
        lock.lock();
        try {
            Map<String, Track<C>> next = new HashMap<>();
            for (Projection<C> projection : wanted) {
                Track<C> known = tracks.get(projection.name());
                boolean same = known != null && known.projection.equals(projection);
                next.put(projection.name(), same ? known : open(projection));
            }
            tracks = Map.copyOf(next);
        } finally {
            lock.unlock();
        }
    }

    private Track<C> open(Projection<C> projection) {
        Optional<ProjectionStore.Progress> progress = store.progress(projection.name())
                .filter(stored -> stored.version() == projection.version());
        if (progress.isEmpty()) {
            store.reset(projection.name(), projection.version());
        }
        long start = progress.map(ProjectionStore.Progress::position).orElse(Journal.START);
        return new Track<>(projection, start, start == position, journal);
    }

    /** Counts a batch for all that are level. */
    void count(List<RecordedEvent> events) {
        lock.lock();
        try {
            List<Track<C>> level = tracks.values().stream().filter(Track::isLevel).toList();
            List<Folded<C>> folded = level.stream().map(track -> folding.fold(track.projection, events)).toList();
            long end = events.get(events.size() - 1).position();
            store.commit(advances(level, folded), OptionalLong.of(end));
            position = end;
            for (int i = 0; i < level.size(); i++) {
                settle(level.get(i), folded.get(i));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts for one that is behind what the others have counted already; whether the plugin could fold it all. */
    boolean catchUp(Track<C> track, List<RecordedEvent> events) {
        lock.lock();
        try {
            if (tracks.get(track.projection.name()) != track || !track.lags()) {
                return true;
            }
            List<RecordedEvent> due = events.stream().takeWhile(event -> event.position() <= position).toList();
            if (due.isEmpty()) {
                track.moved(track.position(), track.position() == position);
                lanes.arrangeLater();
                return true;
            }
            Folded<C> folded = folding.fold(track.projection, due);
            store.commit(advances(List.of(track), List.of(folded)), OptionalLong.empty());
            settle(track, folded);
            return folded.failure().isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private List<ProjectionStore.Advance<C>> advances(List<Track<C>> of, List<Folded<C>> folded) {
        List<ProjectionStore.Advance<C>> advances = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            Projection<C> projection = of.get(i).projection;
            advances.add(new ProjectionStore.Advance<>(projection.name(),
                    new ProjectionStore.Progress(projection.version(), folded.get(i).position()),
                    folded.get(i).changes()));
        }
        return advances;
    }

    private void settle(Track<C> track, Folded<C> folded) {
        boolean wasLevel = track.isLevel();
        track.moved(folded.position(), folded.position() == position && folded.failure().isEmpty());
        folded.failure().ifPresent(failure -> {
            track.failed(failure);
            LOG.warn("{}: {} could not fold event {}{}", reader, track.projection.name(), failure.position(),
                    track.isStopped() ? " and is stopped" : "; trying again", failure.cause());
        });
        if (track.isLevel() != wasLevel || track.isStopped()) {
            lanes.arrangeLater();
        }
    }
}
