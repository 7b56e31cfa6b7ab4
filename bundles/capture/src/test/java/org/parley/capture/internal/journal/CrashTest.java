package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Appended.Outcome;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.Events;

/** Kills the process that writes, again and again on the same journal, and counts what is left. */
class CrashTest {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void whatWasAcknowledgedIsThereExactlyOnceHoweverOftenTheProcessIsKilled() throws Exception {
        Map<String, Long> acknowledged = new HashMap<>();
        Random random = new Random(11);
        for (int round = 0; round < KILLS; round++) {
            int before = acknowledged.size();
            writeUntilKilled(round, 500 + random.nextInt(3000), acknowledged);
            assertThat(acknowledged.size()).isGreaterThan(before);
            check(acknowledged);
        }
    }

    private void writeUntilKilled(int round, int acks, Map<String, Long> acknowledged) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), CrashingWriter.class.getName(), folder.toString(), Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = writer.inputReader()) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line, acknowledged);
                if (++seen == acks) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor()).as("killed, not ended").isNotZero();
    }

    private static void note(String line, Map<String, Long> acknowledged) {
        String[] parts = line.split(" ");
        // The last line may have been cut off by the kill.
        if (parts.length == 3 && parts[0].equals("ack") && parts[1].startsWith("r")) {
            acknowledged.putIfAbsent(parts[1], Long.valueOf(parts[2]));
        }
    }

    private void check(Map<String, Long> acknowledged) {
        try (RocksJournal journal = new RocksJournal(folder, InstantSource.system())) {
            assertThat(journal.verify(List.of(), Progress.NONE).faults()).isEmpty();
            Map<String, Long> kept = new HashMap<>();
            long position = Journal.START;
            for (List<RecordedEvent> next = journal.read(position, 100); !next.isEmpty(); next = journal.read(position, 100)) {
                for (RecordedEvent recorded : next) {
                    assertThat(kept.put(recorded.event().id(), recorded.position())).isNull();
                    assertThat(recorded.position()).isEqualTo(++position);
                }
            }
            assertThat(kept.keySet()).containsAll(acknowledged.keySet());
            String one = acknowledged.keySet().iterator().next();
            int quantity = Integer.parseInt(one.substring(one.lastIndexOf('-') + 1));
            assertThat(journal.append(List.of(Events.usage(one, quantity))).get(0).outcome()).isEqualTo(Outcome.DUPLICATE);
        }
    }
}
