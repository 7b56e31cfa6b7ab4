package org.parley.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The readers of a module: the common one, and one for each projection that is behind. */
final class Lanes<C> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Projections<C> projections;
    private final Supplier<Optional<Journal>> journal;
    private final int batch;
    /** The readers are touched by the one thread of {@link #changes} alone: a reader cannot end itself. */
    private Optional<JournalFollower> common = Optional.empty();
    private final Map<Track<C>, JournalFollower> own = new HashMap<>();
    private final ExecutorService changes;

    Lanes(Projections<C> projections, Supplier<Optional<Journal>> journal, int batch) {
        this.projections = projections;
        this.journal = journal;
        this.batch = batch;
        this.changes = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "parley-lanes-" + projections.reader());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens and closes readers as the projections' standing demands. */
    void arrangeLater() {
        later(() -> { });
    }

    /** Makes a change to the projections, then opens and closes readers as it demands. */
    void later(Runnable change) {
        try {
            changes.execute(() -> {
                try {
                    change.run();
                    arrange();
                } catch (RuntimeException e) {
                    LOG.error("{}: cannot change what is folded", projections.reader(), e);
                }
            });
        } catch (RejectedExecutionException e) {
            // Closing: there is nothing to arrange any more.
        }
    }

    private void arrange() {
        if (common.isEmpty()) {
            common = Optional.of(new JournalFollower(journal, new Common(), batch));
        }
        Collection<Track<C>> lagging = projections.lagging();
        List<Track<C>> done = own.keySet().stream().filter(track -> !lagging.contains(track)).toList();
        done.forEach(track -> own.remove(track).close());
        lagging.forEach(track -> own.computeIfAbsent(track,
                behind -> new JournalFollower(journal, new Own(behind), batch)));
    }

    @Override
    public void close() {
        changes.shutdown();
        awaitChanges();
        common.ifPresent(JournalFollower::close);
        own.values().forEach(JournalFollower::close);
    }

    private void awaitChanges() {
        try {
            changes.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Common implements JournalFollower.Reader {

        @Override
        public String name() {
            return projections.reader();
        }

        @Override
        public long position() {
            return projections.position();
        }

        @Override
        public void count(List<RecordedEvent> events) {
            projections.count(events);
        }
    }

    private final class Own implements JournalFollower.Reader {

        private final Track<C> track;

        Own(Track<C> track) {
            this.track = track;
        }

        @Override
        public String name() {
            return projections.reader() + "/" + track.projection.name();
        }

        @Override
        public long position() {
            return track.position();
        }

        @Override
        public void count(List<RecordedEvent> events) {
            if (!projections.catchUp(track, events) && !track.isStopped()) {
                throw Fault.unavailable(name() + " could not fold the event after " + track.position());
            }
        }
    }
}
