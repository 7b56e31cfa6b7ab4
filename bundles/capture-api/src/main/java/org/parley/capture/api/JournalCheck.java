package org.parley.capture.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.parley.common.SellerId;

/**
 * Proves that what a module has derived from the journal is what the journal says. A module offers one as a service for
 * each thing it derives; the operator's check of the journal runs them all over every event, in one pass.
 */
@ConsumerType
public interface JournalCheck {

    /** What is checked, in a few words such as {@code usage of cycles}. */
    String name();

    /**
     * Begins one run: takes what is to be compared, as it is at one moment, while events go on arriving.
     *
     * @param horizon what retention has left in the journal
     */
    Run begin(Horizon horizon);

    /** How far back the journal is complete. */
    @FunctionalInterface
    interface Horizon {

        /**
         * Events of this type that happened at or after this time are all still in the journal; {@link Instant#MIN} if
         * none was ever removed.
         */
        Instant from(SellerId seller, String type);
    }

    /** One pass over the journal. Used by one thread. */
    interface Run {

        /** Up to which position what is to be compared was derived; events behind it are not handed over. */
        long upTo();

        /** The next event, in the order of the journal. */
        void event(RecordedEvent event);

        /** After the last event: what differs, a line each; empty if all agrees. */
        List<String> faults();
    }
}
