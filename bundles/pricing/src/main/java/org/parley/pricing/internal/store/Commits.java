package org.parley.pricing.internal.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.pricing.internal.Changes;
import org.parley.pricing.internal.Signal;

/** Makes changes durable, and tells those who wait for them. */
@Component(service = Commits.class)
public final class Commits {

    private final PricingDatabase database;
    private final Signal facts = new Signal();

    @Activate
    public Commits(@Reference PricingDatabase database) {
        this.database = database;
    }

    /** @throws StaleRead if the changes are based on rows that have changed meanwhile */
    public void commit(Changes changes) {
        database.write(handle -> {
            ChangeWriter.write(handle, changes);
            return true;
        });
        if (!changes.facts.isEmpty()) {
            facts.give();
        }
    }

    /** Given after each commit that put facts into the outbox. */
    public Signal facts() {
        return facts;
    }
}
