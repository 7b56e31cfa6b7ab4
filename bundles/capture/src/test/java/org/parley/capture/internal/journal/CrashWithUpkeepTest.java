package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.CrashWriter;
import org.parley.capture.api.testing.Events;
import org.parley.common.CustomerId;
import org.parley.common.Fault;
import org.parley.common.Values;

/**
 * Kills a process that writes, indexes, removes old events and makes its id keys and timeline anew, all at once: chunks,
 * ids and timeline always agree, what was acknowledged and is still kept is there, and what was removed is not taken.
 */
class CrashWithUpkeepTest {

    private static final int KILLS = 5;
    private static final Duration KEPT = Duration.ofDays(30);

    @TempDir
    Path folder;

    /** The process that is killed. */
    static final class Upkeep {

        private Upkeep() {}

        public static void main(String[] args) {
            run(new RocksJournal(Path.of(args[0]), InstantSource.system()), Integer.parseInt(args[1]));
        }

        private static void run(RocksJournal journal, int round) {
            journal.keeping().keep(Map.of(Events.SELLER, Map.of(EventTypes.NEWS, KEPT)), Instant.now());
            Timeline timeline = new Timeline(journal.files());
            new JournalFollower(() -> Optional.of(journal), timeline, 100);
            new Thread(() -> write(journal, round)).start();
            for (int i = 0; ; i++) {
                ReaderPositions.MODULES.forEach(module -> journal.report(module, journal.head()));
                journal.compact(Duration.ZERO, Progress.NONE);
                if (i % 5 == 4) {
                    journal.repairIds(false, Progress.NONE);
                    timeline.rebuild(journal.head());
                }
            }
        }

        private static void write(RocksJournal journal, int round) {
            for (int n = 0; ; n++) {
                Event old = event("r" + round + "-old-" + n, EventTypes.NEWS, KEPT.minusMillis(300));
                Event use = event("r" + round + "-use-" + n, EventTypes.USAGE, KEPT.plusDays(9));
                try {
                    List<Appended> outcomes = journal.append(List.of(old, use));
                    System.out.println("ack " + use.id() + " " + outcomes.get(1).position());
                } catch (Fault repairing) {
                    n--;
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }

        private static Event event(String id, String type, Duration age) {
            return new Event(Events.SELLER, Events.SOURCE, id, type, Optional.of(new CustomerId("ann")),
                    Instant.now().minus(age), Values.empty());
        }
    }

    @Test
    @Timeout(300)
    void chunksIdsAndTimelineAgreeAfterEveryKill() throws Exception {
        Map<String, Long> acknowledged = new HashMap<>();
        Random random = new Random(3);
        long removed = 0;
        for (int round = 0; round < KILLS; round++) {
            writeUntilKilled(round, 150 + random.nextInt(500), acknowledged);
            removed = check(acknowledged);
        }
        assertThat(removed).as("events that were removed on the way").isPositive();
    }

    private void writeUntilKilled(int round, int acks, Map<String, Long> acknowledged) throws Exception {
        KilledProcess process = KilledProcess.start(Upkeep.class, folder.toString(), Integer.toString(round));
        try (BufferedReader lines = process.output()) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                CrashWriter.note(line, acknowledged);
                if (++seen == acks) {
                    process.kill();
                }
            }
        }
    }

    private long check(Map<String, Long> acknowledged) {
        try (RocksJournal journal = new RocksJournal(folder, InstantSource.system())) {
            if (IdRebuild.isUnfinished(journal.files())) {
                journal.repairIds(false, Progress.NONE);
            }
            Verification.Result result = journal.verify(List.of(), Progress.NONE);
            assertThat(result.faults()).isEmpty();
            Map<String, Long> kept = new HashMap<>();
            for (RecordedEvent event : journal.read(Journal.START, 1_000_000)) {
                assertThat(kept.put(event.event().id(), event.position())).isNull();
            }
            assertThat(kept).containsAllEntriesOf(acknowledged);
            return result.expired();
        }
    }
}
