package org.parley.capture.api.testing;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;

/**
 * Appends until it is killed, in appends of seven, and prints what was acknowledged. Four threads send; each event is
 * sent by two of them.
 */
public final class CrashWriter {

    private static final int GROUP = 7;

    private CrashWriter() {}

    /** @param round tells the events of this run from those of other runs */
    public static void run(Journal journal, int round, PrintStream out) throws InterruptedException {
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            String prefix = "r" + round + "-l" + t / 2 + "-";
            threads[t] = new Thread(() -> send(journal, prefix, out));
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void send(Journal journal, String prefix, PrintStream out) {
        for (int n = 0; n < 1_000_000; n += GROUP) {
            List<Event> events = IntStream.range(n, n + GROUP).mapToObj(i -> event(prefix + i)).toList();
            List<Appended> outcomes = journal.append(events);
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < GROUP; i++) {
                lines.append("ack ").append(events.get(i).id()).append(' ').append(outcomes.get(i).position()).append('\n');
            }
            synchronized (out) {
                out.print(lines);
                out.flush();
            }
        }
    }

    /** The event with this id. */
    static Event event(String id) {
        return Events.usage(id, Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)));
    }

    /** The ids of the append that an event belongs to. */
    static List<String> groupOf(String id) {
        int dash = id.lastIndexOf('-') + 1;
        int first = Integer.parseInt(id.substring(dash)) / GROUP * GROUP;
        return IntStream.range(first, first + GROUP).mapToObj(i -> id.substring(0, dash) + i).toList();
    }

    /** Notes what a line of output acknowledges; the last line may have been cut off by the kill. */
    public static void note(String line, Map<String, Long> acknowledged) {
        String[] parts = line.split(" ");
        if (parts.length == 3 && parts[0].equals("ack") && parts[1].startsWith("r")) {
            acknowledged.putIfAbsent(parts[1], Long.valueOf(parts[2]));
        }
    }
}
