package org.parley.pricing.internal.journal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.parley.capture.api.Journal;

/** The journal at present: it goes and comes back while its module is swapped, and nothing here restarts for that. */
@Component(service = JournalLink.class)
public final class JournalLink {

    private @Nullable Journal present;

    public synchronized Optional<Journal> get() {
        return Optional.ofNullable(present);
    }

    /** The journal, waited for at the longest for this time. */
    public synchronized Optional<Journal> await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); present == null && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return get();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, unbind = "clear")
    public synchronized void set(Journal journal) {
        present = journal;
        notifyAll();
    }

    public synchronized void clear(Journal journal) {
        if (present == journal) {
            present = null;
        }
    }
}
