package org.parley.capture.internal.intake;

import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejected;

/** What the check of one event says. */
sealed interface Verdict {

    /** It can go to the journal. */
    record Good(String source, String id, NewEvent event) implements Verdict {}

    /** It cannot. */
    record Bad(Rejected what) implements Verdict {}
}
