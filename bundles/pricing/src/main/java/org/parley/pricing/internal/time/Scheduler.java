package org.parley.pricing.internal.time;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.pricing.internal.DueCycles;
import org.parley.pricing.internal.journal.UsageReader;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.WaitingRows;
import org.parley.seller.api.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second, and at once when usage has filled a credit, for what is due by each seller's clock. */
@Component(service = Scheduler.class)
public final class Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final long TICK_MILLIS = 1000;

    private final PricingDatabase database;
    private final DueCycles due;
    private final UsageReader usage;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closed;

    @Activate
    public Scheduler(@Reference PricingDatabase database, @Reference DueCycles due, @Reference UsageReader usage,
            @Reference Clock clock) {
        this.database = database;
        this.due = due;
        this.usage = usage;
        this.clock = clock;
        this.thread = new Thread(this::tick, "parley-pricing-deadlines");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    public void close() throws InterruptedException {
        closed = true;
        usage.due().give();
        thread.join();
    }

    private void tick() {
        while (!closed) {
            try {
                usage.due().await(TICK_MILLIS);
                for (SellerId seller : sellers()) {
                    fireAll(seller, clock.now(seller));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // a scheduler that dies would stop all deadlines
                if (!closed) {
                    LOG.error("deadlines could not be looked at; trying again", e);
                }
            }
        }
    }

    private Set<SellerId> sellers() {
        return database.read(handle -> {
            Set<SellerId> sellers = new LinkedHashSet<>(CycleRows.sellersWithDue(handle));
            sellers.addAll(WaitingRows.sellers(handle));
            return sellers;
        });
    }

    private void fireAll(SellerId seller, Instant now) {
        if (due.anyDue(seller, now)) {
            usage.awaitAllCounted(); // what was accepted before a period ends counts into it
        }
        while (!closed && due.fireNext(seller, now).isPresent()) {
            LOG.trace("fired what was due for {}", seller);
        }
    }
}
