package org.parley.benchmarks;

import org.parley.itests.kit.Await;
import org.parley.itests.kit.Command;
import org.parley.itests.kit.ParleyServer;
import org.parley.itests.load.Books;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills the server with {@code kill -9} ten times in a row, each time at a random moment after it went on to take the Games Done Quick
 * payments; each time starts it again and resumes the import; and then compares what the ledger and the report show with
 * what is known of the data. Every other time the import is killed too, so that a new one goes on from its progress
 * file. Should an import end before its kill, it is checked, and the kills go on with a new data folder.
 *
 * <p>A kill ends the process, not the machine: what a power failure does to the disk is not measured.
 */
public final class Kill {

    private static final int KILLS = 10;
    private static final int LATEST_MILLIS = 9_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gdq gdq;
    private final Run run;
    private final Random random;
    private final List<String> broken = new ArrayList<>();
    private int kills;
    private int folders;

    private Kill(Gdq gdq, Run run, long seed) {
        this.gdq = gdq;
        this.run = run;
        this.random = new Random(seed);
        run.say("seed %d", seed);
    }

    /** Takes the folder with the data and a seed for the moments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Gdq gdq = Gdq.find(arguments);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Kill kill = new Kill(gdq, new Run("kill"), seed);
        while (kill.kills < KILLS) {
            kill.oneImport();
        }
        kill.run.verdict(kill.broken);
    }

    private void oneImport() throws IOException, InterruptedException {
        folders++;
        Path output = run.scratch().resolve("import" + folders + ".log");
        try (ParleyServer server = ParleyServer.start(run.folder("server" + folders))) {
            Process importing = gdq.startImport(server, output);
            long taken = 0;
            while (kills < KILLS && !endsBeforeItsKill(server, importing, taken)) {
                importing = killAndResume(server, importing, output);
                taken = ledger(server);
                run.say("kill %d of %s: %,d payments were in the ledger", kills, kills % 2 == 0 ? "server and import"
                        : "the server", taken);
            }
            int exit = importing.waitFor();
            if (exit != 0) {
                broken.add("the import ended with " + exit + ": " + Gdq.tail(output));
                return;
            }
            broken.addAll(gdq.check(server, run));
            String verified = server.console("parley:journal-verify");
            run.say("journal: %s", verified.strip());
        }
    }

    /** Waits until the import goes on, and then for a random time. */
    private boolean endsBeforeItsKill(ParleyServer server, Process importing, long taken) throws InterruptedException {
        Await.until("the import goes on", PATIENCE, () -> !importing.isAlive() || ledger(server) > taken);
        return importing.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
    }

    private static long ledger(ParleyServer server) {
        return new Books(server.api()).ledger("USD").count();
    }

    private Process killAndResume(ParleyServer server, Process importing, Path output) {
        kills++;
        if (kills % 2 == 0) {
            Command.kill(importing);
        }
        server.kill();
        server.start();
        return importing.isAlive() ? importing : gdq.startImport(server, output);
    }
}
