package org.parley.pricing.internal.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.Fault;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.Signal;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.ReaderPositions;
import org.parley.pricing.internal.usage.UsageCounter;
import org.parley.pricing.internal.usage.UsageEvent;
import org.parley.seller.api.Clock;

/** Reads the journal for usage. */
@Component(service = UsageReader.class)
public final class UsageReader implements JournalFollower.Reader {

    private static final String NAME = ReaderPositions.USAGE;
    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** How many events that are none of this reader's business may pass before the position is written. */
    private static final long MAX_UNWRITTEN = 50_000;

    private final PricingDatabase database;
    private final JournalLink link;
    private final UsageCounter counter;
    private final JournalFollower follower;
    private final Signal due = new Signal();
    private long written;
    private long position;

    @Activate
    public UsageReader(@Reference PricingDatabase database, @Reference JournalLink link, @Reference Catalogue catalogue,
            @Reference Clock clock) {
        this.database = database;
        this.link = link;
        this.counter = new UsageCounter(catalogue, clock);
        this.written = database.read(handle -> ReaderPositions.get(handle, NAME));
        this.position = written;
        this.follower = new JournalFollower(link::get, this, BATCH);
    }

    @Deactivate
    public void close() {
        follower.close();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public void count(List<RecordedEvent> events) {
        long last = events.get(events.size() - 1).position();
        List<UsageEvent> usage = events.stream().map(UsageEvent::of).flatMap(Optional::stream).toList();
        // Reading events again that change nothing is harmless, and cheaper than a write for each batch of them.
        if (!usage.isEmpty() || last - written >= MAX_UNWRITTEN) {
            write(usage, last);
        }
        reached(last);
    }

    private void write(List<UsageEvent> usage, long last) {
        boolean anyDue = database.write(handle -> {
            boolean now = counter.count(handle, usage);
            ReaderPositions.set(handle, NAME, last);
            return now;
        });
        written = last;
        if (anyDue) {
            due.give();
        }
    }

    private synchronized void reached(long last) {
        position = last;
        notifyAll();
    }

    /** Given when a cycle has fallen due, or must be suggested anew, because of what was counted. */
    public Signal due() {
        return due;
    }

    /**
     * Waits until all that is in the journal now has been counted.
     *
     * @throws Fault if that takes longer than five seconds
     */
    public void awaitAllCounted() {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Journal journal = link.await(PATIENCE).orElseThrow(UsageReader::late);
            await(journal.head(), end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    private synchronized void await(long head, long end) throws InterruptedException {
        while (position < head) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw late();
            }
            wait(left);
        }
    }

    private static Fault late() {
        return Fault.unavailable("the usage so far has not been counted yet; try again in a moment");
    }
}
