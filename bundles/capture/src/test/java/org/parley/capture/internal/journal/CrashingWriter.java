package org.parley.capture.internal.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.testing.Events;

/**
 * A process of its own that appends until it is killed, and prints what was acknowledged. Four threads send; each event
 * is sent by two of them.
 */
final class CrashingWriter {

    private CrashingWriter() {}

    public static void main(String[] args) throws InterruptedException {
        RocksJournal journal = new RocksJournal(Path.of(args[0]), InstantSource.system());
        int round = Integer.parseInt(args[1]);
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int lane = t / 2;
            int size = t % 2 == 0 ? 1 : 7;
            threads[t] = new Thread(() -> send(journal, "r" + round + "-l" + lane + "-", size));
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void send(RocksJournal journal, String prefix, int size) {
        for (int n = 0; n < 1_000_000; n += size) {
            int from = n;
            List<Event> events = java.util.stream.IntStream.range(from, from + size)
                    .mapToObj(i -> Events.usage(prefix + i, i)).toList();
            List<Appended> outcomes = journal.append(events);
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < size; i++) {
                lines.append("ack ").append(events.get(i).id()).append(' ').append(outcomes.get(i).position()).append('\n');
            }
            synchronized (System.out) {
                System.out.print(lines);
                System.out.flush();
            }
        }
    }
}
