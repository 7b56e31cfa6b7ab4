package org.parley.capture.internal.intake;

import java.util.List;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejects.Rejected;
import org.parley.common.SellerId;

/** Where checked events go. */
public interface EventSink {

    /** Appends as one, durably; for each event what became of it. */
    List<Appended> append(List<NewEvent> events);

    /** Keeps rejected events for a while, for those who ask. */
    void remember(SellerId seller, List<Rejected> rejected);
}
