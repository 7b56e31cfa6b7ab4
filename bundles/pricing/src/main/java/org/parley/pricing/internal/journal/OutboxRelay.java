package org.parley.pricing.internal.journal;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.common.Values;
import org.parley.pricing.internal.Fact;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.OutboxRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the journal what is in the outbox, in order, and then forgets it. After a crash between the two steps the same
 * facts are sent again under the same ids; the journal knows them and takes them for duplicates.
 */
@Component(service = OutboxRelay.class)
public final class OutboxRelay {

    /** The CloudEvents source of all pricing facts. */
    public static final String SOURCE = "urn:parley:pricing";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 2000;
    private static final long IDLE_MILLIS = 1000;

    private final PricingDatabase database;
    private final Commits commits;
    private final JournalLink link;
    private final Thread thread;
    private volatile boolean closed;

    @Activate
    public OutboxRelay(@Reference PricingDatabase database, @Reference Commits commits, @Reference JournalLink link) {
        this.database = database;
        this.commits = commits;
        this.link = link;
        this.thread = new Thread(this::relay, "parley-pricing-outbox");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    public void close() throws InterruptedException {
        closed = true;
        commits.facts().give();
        thread.join();
    }

    private void relay() {
        while (!closed) {
            try {
                if (!step()) {
                    commits.facts().await(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // the journal may go away half-way: what was sent is sent again
                LOG.warn("the outbox could not be relayed; trying again", e);
                pause();
            }
        }
    }

    /** Relays one batch; false if there was nothing to do, or nobody to tell. */
    private boolean step() throws InterruptedException {
        Journal journal = link.await(Duration.ofMillis(IDLE_MILLIS)).orElse(null);
        if (journal == null) {
            return false;
        }
        List<OutboxRows.Waiting> waiting = database.read(handle -> OutboxRows.first(handle, BATCH));
        if (waiting.isEmpty()) {
            return false;
        }
        List<Appended> told = journal.append(waiting.stream().map(each -> event(each.fact())).toList());
        told.stream().filter(each -> each.outcome() == Appended.Outcome.CONFLICT).findAny().ifPresent(each ->
                LOG.error("the journal has other content for a pricing fact, at position {}", each.position()));
        long last = waiting.get(waiting.size() - 1).position();
        database.write(handle -> {
            OutboxRows.removeThrough(handle, last);
            return true;
        });
        return true;
    }

    private static Event event(Fact fact) {
        return new Event(fact.seller(), SOURCE, fact.id().toString(), fact.type(), fact.customer(), fact.time(),
                Values.lazy(() -> Json.values(fact.data()).asMap()));
    }

    private void pause() {
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }
}
