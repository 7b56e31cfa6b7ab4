package org.parley.capture.internal.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Journal;
import org.parley.capture.api.testing.JournalContract;

class RocksJournalTest extends JournalContract {

    @TempDir
    Path folder;
    private RocksJournal journal;

    @BeforeEach
    void open() {
        journal = new RocksJournal(folder, InstantSource.system());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }
}
