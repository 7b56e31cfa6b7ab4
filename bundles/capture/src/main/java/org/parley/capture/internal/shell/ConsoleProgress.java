package org.parley.capture.internal.shell;

import java.io.PrintStream;
import java.time.Duration;
import org.parley.capture.internal.journal.Progress;

/** Prints progress every other second: how much is done, how fast, and how long it will take. For one thread. */
final class ConsoleProgress implements Progress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();
    private static final double SECOND = 1e9;

    private final PrintStream out;
    private String what = "";
    private long started;
    private long printed;

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String now, long done, long of) {
        long nanos = System.nanoTime();
        if (!now.equals(what)) {
            what = now;
            started = nanos;
            printed = nanos;
        } else if (nanos - printed >= EVERY) {
            printed = nanos;
            out.println(line(now, done, of, (nanos - started) / SECOND));
            out.flush();
        }
    }

    static String line(String what, long done, long of, double seconds) {
        double rate = done / seconds;
        String left = of < done || rate <= 0 ? "" : String.format(", %s left", time((of - done) / rate));
        String total = of < done ? "" : String.format(" of %,d", of);
        return String.format("%s: %,d%s, %,.0f a second%s", what, done, total, rate, left);
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format("%d min %02d s", whole / 60, whole % 60);
    }
}
