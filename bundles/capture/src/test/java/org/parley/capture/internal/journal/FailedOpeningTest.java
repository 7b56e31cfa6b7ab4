package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedOpeningTest {

    private static final byte[] KEY = Keys.of(1);

    @TempDir
    Path folder;

    @Test
    void aJournalThatCannotBeReadIsNotLeftLocked() throws Exception {
        try (JournalFiles files = JournalFiles.open(folder)) {
            files.use(open -> {
                open.db().put(open.chunks(), KEY, new byte[] {1});
                return true;
            });
        }
        assertThatThrownBy(() -> new RocksJournal(folder, InstantSource.system())).isInstanceOf(RuntimeException.class);

        try (JournalFiles files = JournalFiles.open(folder)) {
            byte[] kept = files.use(open -> open.db().get(open.chunks(), KEY));
            assertThat(kept).hasSize(1);
        }
    }
}
