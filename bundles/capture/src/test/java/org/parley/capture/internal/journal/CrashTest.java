package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.testing.CrashWriter;
import org.parley.capture.api.testing.JournalCrashContract;

/** Kills the process that writes, again and again on the same journal, and counts what is left. */
class CrashTest extends JournalCrashContract {

    @TempDir
    Path folder;

    /** The process that writes. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws InterruptedException {
            CrashWriter.run(new RocksJournal(Path.of(args[0]), InstantSource.system()), Integer.parseInt(args[1]), System.out);
        }
    }

    @Override
    protected Writing startWriting(int round) throws IOException {
        return KilledProcess.start(Writer.class, folder.toString(), Integer.toString(round));
    }

    @Override
    protected void reopened(Checking check) {
        try (RocksJournal journal = new RocksJournal(folder, InstantSource.system())) {
            assertThat(journal.verify(List.of(), Progress.NONE).faults()).isEmpty();
            check.with(journal);
        }
    }
}
