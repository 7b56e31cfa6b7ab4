package org.parley.cli.imports;

import java.io.PrintStream;

/** A bar that moves, for a terminal. */
final class BarDisplay implements Display {

    private static final int WIDTH = 28;
    private static final double REDRAW_SECONDS = 0.1;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final Pace pace;
    private String bar = "";
    private double drawn = -1;

    BarDisplay(PrintStream out, Pace pace) {
        this.out = out;
        this.pace = pace;
    }

    @Override
    public void begin(Tally tally, double share) {
        pace.begin(tally, share);
    }

    @Override
    public synchronized void show(Tally tally, double share) {
        int full = (int) Math.round(share * WIDTH);
        String rejected = tally.rejected() == 0 ? "" : "  " + tally.rejected() + " rejected";
        bar = "█".repeat(full) + "░".repeat(WIDTH - full) + " " + pace.describe(tally, share) + rejected;
        if (pace.seconds() - drawn >= REDRAW_SECONDS || share >= 1) {
            out.print(CLEAR_LINE + bar);
            out.flush();
            drawn = pace.seconds();
        }
    }

    @Override
    public synchronized void note(String text) {
        out.println(CLEAR_LINE + text);
        out.print(bar);
        out.flush();
    }

    @Override
    public synchronized void close() {
        out.println(bar.isEmpty() ? "" : CLEAR_LINE + bar);
        bar = "";
    }
}
