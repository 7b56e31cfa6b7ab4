package org.parley.cli.imports;

import java.io.PrintStream;

/** A line every few seconds, for a log. */
final class LineDisplay implements Display {

    private static final double EVERY_SECONDS = 5;

    private final PrintStream out;
    private final Pace pace;
    private double said;

    LineDisplay(PrintStream out, Pace pace) {
        this.out = out;
        this.pace = pace;
    }

    @Override
    public void begin(Tally tally, double share) {
        pace.begin(tally, share);
    }

    @Override
    public synchronized void show(Tally tally, double share) {
        String text = pace.describe(tally, share);
        if (pace.seconds() - said >= EVERY_SECONDS) {
            out.println(text);
            said = pace.seconds();
        }
    }

    @Override
    public synchronized void note(String text) {
        out.println(text);
    }

    @Override
    public void close() {
        out.flush();
    }
}
