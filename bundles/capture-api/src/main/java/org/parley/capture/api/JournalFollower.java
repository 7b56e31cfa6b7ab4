package org.parley.capture.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal from where a reader left off, in order, on a thread of its own, until it is closed. It outlives a
 * swap of the journal's module: while there is no journal it waits, and what failed is tried again from the reader's
 * own position. The reader stores its state and its position in one atomic write; so each event counts exactly once.
 */
public final class JournalFollower implements AutoCloseable {

    /** Who is told of the events. Called by one thread at a time. */
    public interface Reader {

        /** The reader's name, for {@link Journal#report}. */
        String name();

        /** The position of the last event this reader has durably counted, or {@link Journal#START}. */
        long position();

        /** Counts the events and stores the position of the last of them, in one atomic write. */
        void count(List<RecordedEvent> events);
    }

    private static final Logger LOG = LoggerFactory.getLogger(JournalFollower.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Supplier<Optional<Journal>> journal;
    private final Reader reader;
    private final int batch;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ahead;

    /**
     * Starts following.
     *
     * @param journal the journal at present, asked for anew for each batch
     * @param batch   how many events are counted in one atomic write at the most
     */
    public JournalFollower(Supplier<Optional<Journal>> journal, Reader reader, int batch) {
        this.journal = journal;
        this.reader = reader;
        this.batch = batch;
        this.thread = new Thread(this::follow, "parley-follow-" + reader.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (!closed) {
            try {
                step();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("{} could not count events after position {}; trying again", reader.name(),
                            reader.position(), e);
                    pause(AFTER_FAILURE);
                }
            }
        }
    }

    private void step() throws InterruptedException {
        Optional<Journal> present = journal.get();
        if (present.isEmpty()) {
            Thread.sleep(IDLE.toMillis());
            return;
        }
        read(present.get(), reader.position());
    }

    private void read(Journal present, long position) throws InterruptedException {
        present.report(reader.name(), position);
        long head = present.head();
        if (ahead || position > head) {
            tellAhead(position, head);
            return;
        }
        List<RecordedEvent> events = present.read(position, batch);
        if (events.isEmpty()) {
            // The head may be further on than the reader, when what is between was removed.
            present.awaitAfter(head, IDLE);
        } else {
            reader.count(events);
            present.report(reader.name(), events.get(events.size() - 1).position());
        }
    }

    /** Waiting until the journal gets there would skip the events that it gets until then. */
    private void tellAhead(long position, long head) {
        if (!ahead) {
            LOG.error("{} has counted up to position {}, but the journal ends at {}: the journal is older than what was "
                    + "derived from it. Restore both from one backup; nothing is counted until then", reader.name(),
                    position, head);
        }
        ahead = true;
        pause(AFTER_FAILURE);
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    /** Whether the reader has counted more than the journal holds, because an older journal was restored. */
    public boolean isAhead() {
        return ahead;
    }

    /** Stops after the batch in hand; the caller may close the reader's database when this returns. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
