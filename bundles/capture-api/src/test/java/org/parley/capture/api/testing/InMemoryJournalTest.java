package org.parley.capture.api.testing;

import java.time.Instant;
import org.parley.capture.api.Journal;
import org.parley.common.SellerId;

class InMemoryJournalTest extends JournalContract {

    private final InMemoryJournal journal = new InMemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }

    @Override
    protected void remove(SellerId seller, String type, Instant before) {
        journal.remove(seller, type, before);
    }
}
