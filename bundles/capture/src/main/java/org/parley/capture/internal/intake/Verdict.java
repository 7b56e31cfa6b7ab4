package org.parley.capture.internal.intake;

import java.util.Optional;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejection;

/** What the check of one event says. */
sealed interface Verdict {

    /** It can go to the journal. */
    record Good(String source, String id, NewEvent event) implements Verdict {}

    /** It cannot; its identity is there as far as it could be read. */
    record Bad(Optional<String> source, Optional<String> id, Rejection why) implements Verdict {}
}
