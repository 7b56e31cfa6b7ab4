package org.parley.capture.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.capture.api.Appended.Outcome;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;

/**
 * What every durable journal keeps over crashes. A journal's test says how to start a process that writes with
 * {@link CrashWriter}, how to kill it, and how to open what it has left.
 */
@Timeout(300)
public abstract class JournalCrashContract {

    private static final int KILLS = 5;

    /** A process that writes. */
    public interface Writing {

        /** What it prints: what {@link CrashWriter} was told is durable. */
        BufferedReader output() throws IOException;

        /** Ends it at once, in the middle of what it does, without any chance to finish; and waits until it is gone. */
        void kill() throws InterruptedException;
    }

    /** What may be done with the journal after a crash. */
    public interface Checking {
        void with(Journal journal);
    }

    /** Starts a process that calls {@link CrashWriter#run} with a journal on the same data each time. */
    protected abstract Writing startWriting(int round) throws IOException;

    /** Opens what the killed process has left, and closes it after the check. */
    protected abstract void reopened(Checking check);

    @Test
    void whatWasAcknowledgedIsThereExactlyOnceAndAppendsAreWholeHoweverOftenTheWriterIsKilled() throws Exception {
        Map<String, Long> acknowledged = new HashMap<>();
        Random random = new Random(11);
        for (int round = 0; round < KILLS; round++) {
            int before = acknowledged.size();
            writeUntilKilled(round, 500 + random.nextInt(3000), acknowledged);
            assertThat(acknowledged.size()).isGreaterThan(before);
            reopened(journal -> check(journal, acknowledged));
        }
    }

    private void writeUntilKilled(int round, int acks, Map<String, Long> acknowledged) throws Exception {
        Writing writer = startWriting(round);
        try (BufferedReader lines = writer.output()) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                CrashWriter.note(line, acknowledged);
                if (++seen == acks) {
                    writer.kill();
                }
            }
        }
    }

    private static void check(Journal journal, Map<String, Long> acknowledged) {
        Map<String, Long> kept = new TreeMap<>();
        long position = Journal.START;
        for (List<RecordedEvent> next = journal.read(position, 100); !next.isEmpty(); next = journal.read(position, 100)) {
            for (RecordedEvent recorded : next) {
                assertThat(recorded.position()).isGreaterThan(position);
                assertThat(kept.put(recorded.event().id(), recorded.position())).isNull();
                position = recorded.position();
            }
        }
        assertThat(kept).containsAllEntriesOf(acknowledged);
        assertAppendsAreWhole(kept);
        Event one = CrashWriter.event(acknowledged.keySet().iterator().next());
        assertThat(journal.append(List.of(one)).get(0).outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    /** Those sent in sevens are there in sevens. */
    private static void assertAppendsAreWhole(Map<String, Long> kept) {
        List<String> torn = new ArrayList<>();
        kept.keySet().stream().map(CrashWriter::groupOf).distinct().forEach(group -> {
            if (!kept.keySet().containsAll(group)) {
                torn.add(group.toString());
            }
        });
        assertThat(torn).isEmpty();
    }
}
