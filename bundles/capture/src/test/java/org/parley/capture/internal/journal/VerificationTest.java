package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.testing.Events;

class VerificationTest {

    @TempDir
    Path folder;
    private RocksJournal journal;

    @BeforeEach
    void open() {
        journal = new RocksJournal(folder, InstantSource.system());
        for (int i = 0; i < 10; i++) {
            journal.append(Events.usages("batch" + i + "-", 10));
        }
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Verification.Result verify(JournalFiles.Work<?> damage) {
        journal.files().use(damage);
        return Verification.of(journal.files(), seen -> { });
    }

    private byte[] key(String id) {
        return new EventEncoder().key("acme", Events.SOURCE, id).bytes();
    }

    @Test
    void aWholeJournalIsProvedWhole() {
        Verification.Result result = verify(open -> true);
        assertThat(result.faults()).isEmpty();
        assertThat(result.events()).isEqualTo(100);
        assertThat(result.chunks()).isEqualTo(10);
        assertThat(result.idKeys()).isEqualTo(100);
    }

    @Test
    void aMissingChunkIsFound() {
        Verification.Result result = verify(open -> {
            open.db().delete(open.chunks(), Keys.of(31));
            return true;
        });
        assertThat(result.faults()).contains("after position 30 comes 41");
    }

    @Test
    void aMissingIdKeyIsFound() {
        Verification.Result result = verify(open -> {
            open.db().delete(open.ids(), key("batch2-3"));
            return true;
        });
        assertThat(result.faults()).contains("the event at 24 has no id key", "there are 100 events and 99 id keys");
    }

    @Test
    void anIdKeyThatLeadsAstrayIsFound() {
        Verification.Result result = verify(open -> {
            open.db().put(open.ids(), key("batch2-3"), new IdIndex.Entry(7, 0).bytes());
            return true;
        });
        assertThat(result.faults()).containsExactly("the id key of the event at 24 leads to 7");
    }

    @Test
    void anIdKeyWithoutAnEventIsFound() {
        Verification.Result result = verify(open -> {
            open.db().put(open.ids(), key("never"), new IdIndex.Entry(7, 0).bytes());
            return true;
        });
        assertThat(result.faults()).containsExactly("there are 100 events and 101 id keys");
    }
}
