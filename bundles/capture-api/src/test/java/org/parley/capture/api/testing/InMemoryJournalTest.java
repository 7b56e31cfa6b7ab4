package org.parley.capture.api.testing;

import org.parley.capture.api.Journal;

class InMemoryJournalTest extends JournalContract {

    private final InMemoryJournal journal = new InMemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
