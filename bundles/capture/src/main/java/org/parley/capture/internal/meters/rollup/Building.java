package org.parley.capture.internal.meters.rollup;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.parley.capture.api.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings new meters up to date on one thread: those that were defined together read the journal together, others wait
 * for their turn. So a hundred definitions at once do not read it a hundred times at once.
 */
public final class Building implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    /** What is reported under this name is not removed from the journal meanwhile. */
    private static final String NAME = Rollups.NAME + "/building";
    private static final int BATCH = 4096;
    private static final long PAUSE_SECONDS = 1;

    private final Rollups rollups;
    private final Journal journal;
    private final ExecutorService thread;
    private volatile boolean closed;

    public Building(Rollups rollups, Journal journal) {
        this.rollups = rollups;
        this.journal = journal;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "parley-build-meters");
            made.setDaemon(true);
            return made;
        });
        begin();
    }

    /** Builds what there is to build, in the background. */
    public void begin() {
        try {
            thread.execute(this::buildAll);
        } catch (RejectedExecutionException e) {
            // Closing: what is left is built when the module starts again.
        }
    }

    private void buildAll() {
        List<Track> together = rollups.nextToBuild();
        while (!closed && !together.isEmpty()) {
            try {
                long position = together.get(0).standing().position();
                journal.report(NAME, position);
                rollups.build(together, journal.read(position, BATCH));
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("cannot build {} after position {}; trying again", together.get(0).meter().id(),
                            together.get(0).standing().position(), e);
                    pause();
                }
            }
            together = rollups.nextToBuild();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops after the batch in hand. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
