package org.parley.benchmarks;

import org.parley.itests.kit.ParleyServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how many payments a second {@code bin/parley import} takes from a packed CSV file: all Games Done Quick
 * payments as priced cycles under a FairPay policy, whose suggestion is the running median. The time is that of the
 * whole command, with the start of its Java; the server has just been started. Afterwards the server is stopped, and the
 * keys and values that its journal then holds are written again by one thread into a new folder of the same layout, with
 * a sync for each chunk the server wrote: the bare writes that the rate is divided by, in payments.
 *
 * <p>It does not measure how long the folding of scores and reports goes on after the last payment is taken; that is
 * told, but not part of the rate.
 */
public final class Import {

    private Import() {}

    /** Takes the folder with the data. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Gdq gdq = Gdq.find(arguments);
        Run run = new Run("import");
        Path folder = run.folder("server");
        List<String> broken;
        double rate;
        try (ParleyServer server = ParleyServer.start(folder)) {
            Path output = run.scratch().resolve("import.log");
            long start = System.nanoTime();
            int exit = gdq.startImport(server, output).waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (exit != 0) {
                throw new IllegalStateException("the import ended with " + exit + ": " + Gdq.tail(output));
            }
            rate = Gdq.PAYMENTS / seconds;
            run.say("%,d payments in %.1f s: %,.0f payments/s", Gdq.PAYMENTS, seconds, rate);
            broken = gdq.check(server, run);
            run.say("the report was complete %.1f s after the start", (System.nanoTime() - start) / 1e9);
            server.stop();
        }
        JournalCopy journal = JournalCopy.of(folder.resolve("data/journal"));
        double bareEvents = BareWrites.rate(folder.resolve("data/journal"), run.scratch());
        double bare = bareEvents * Gdq.PAYMENTS / journal.events();
        run.say("bare writes of its %,d events: %,.0f events/s, which is %,.0f payments/s; ratio %.2f", journal.events(),
                bareEvents, bare, rate / bare);
        run.verdict(broken);
    }
}
