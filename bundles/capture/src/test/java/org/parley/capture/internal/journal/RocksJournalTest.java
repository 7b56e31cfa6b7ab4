package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.JournalContract;
import org.parley.common.SellerId;

class RocksJournalTest extends JournalContract {

    @TempDir
    Path folder;
    private volatile Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private RocksJournal journal;

    @BeforeEach
    void open() {
        journal = new RocksJournal(folder, () -> now);
    }

    @AfterEach
    void close() {
        assertThat(journal.verify(List.of(), Progress.NONE).faults()).isEmpty();
        journal.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    @Override
    protected void remove(SellerId seller, String type, Instant before) {
        now = now.plus(Compaction.SETTLED).plusMillis(1);
        journal.keeping().keep(Map.of(seller, Map.of(type, Duration.between(before, now))), now);
        index();
        ReaderPositions.MODULES.forEach(module -> journal.report(module, journal.head()));
        journal.compact(Progress.NONE);
    }

    private void index() {
        Timeline timeline = new Timeline(journal.files());
        List<RecordedEvent> events = journal.read(timeline.position(), 10_000);
        if (!events.isEmpty()) {
            timeline.count(events);
        }
    }
}
