package org.parley.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.benchmarks.Run;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;
import org.parley.itests.kit.ParleyServer;

/**
 * Kills the server with {@code kill -9} and fills its disk, 200 times in all, at random moments under load: batches, single
 * events and NDJSON, and payments beside them. The data folder is on a small file system of its own, which a ballast file
 * fills up to at most 256 KB, then whole, and then leaves again. After a kill the rig only starts the process again; after a full disk the
 * server has to take events again by itself, and the rig starts it only if it has ended. After each round it reads the
 * timelines of all customers of that round: every event that was acknowledged is there once and counted, none that was
 * refused is there, and what got no answer is there as a whole or not at all (of NDJSON, from the start up to some line). At
 * the end it reads all timelines again, lets the journal be verified, and compares ledger, report and scores with the
 * payments.
 *
 * <p>A kill ends the process, not the machine, and a full disk is no broken one: what a power failure, a torn or a failing
 * write does is not shown. The load is light; a full disk at full load is not shown. While it starts, a server says 404 or 405
 * for a moment; the clients come again then, and how often is told.
 */
public final class Crash {

    private enum Kind { KILL, KILL_TWICE, FULL, FULL_THEN_KILL }

    private static final int TIMES = 200;
    private static final int DISK_MEGABYTES = 2048;
    private static final int START_MILLIS = 9_000;
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private final Run run;
    private final Random random;
    private final SmallDisk disk;
    private final ParleyServer server;
    private final Collection<Remembered> all = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<Kind, Figures> figures = new EnumMap<>(Kind.class);
    private final Map<String, Long> answers = new TreeMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private int times;
    private int endedByItself;

    private Crash(Run run, Random random, SmallDisk disk, ParleyServer server) {
        this.run = run;
        this.random = random;
        this.disk = disk;
        this.server = server;
    }

    /** Takes the number of kills and full disks (200 if not given) and a seed for all that is up to chance. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Run run = new Run("crash");
        Path folder = run.folder("server");
        List<String> broken;
        try (SmallDisk disk = SmallDisk.mount(folder, DISK_MEGABYTES);
                ParleyServer server = ParleyServer.start(folder); Payer payer = new Payer(server)) {
            run.say("seed %d, %d MB of %s", seed, DISK_MEGABYTES, disk.kind());
            Crash crash = new Crash(run, new Random(seed), disk, server);
            while (crash.times < times) {
                crash.round();
            }
            crash.end(payer);
            server.stop();
            broken = crash.broken;
        }
        run.verdict(broken);
    }

    private void round() throws IOException, InterruptedException {
        Kind kind = kind();
        long start = System.nanoTime();
        Clients clients = new Clients(server.root(), server.adminKey(), "r" + times + "-", numbers, random.nextLong());
        Await.until("the load runs", RECOVERY, () -> clients.taken() > 0);
        Thread.sleep(random.nextInt(1_500));
        Duration back = switch (kind) {
            case KILL -> kill(false);
            case KILL_TWICE -> kill(true);
            case FULL -> fill();
            case FULL_THEN_KILL -> fillAndKill();
        };
        Thread.sleep(random.nextInt(500));
        Collection<Remembered> remembered = clients.finish();
        clients.answers().forEach((status, count) -> answers.merge(status, count.get(), Long::sum));
        broken.addAll(clients.wrong());
        Held.Findings found = Held.compare(server.api(), remembered);
        all.addAll(remembered);
        found.broken().forEach(this::broken);
        times += kind == Kind.KILL_TWICE ? 2 : 1;
        figures.computeIfAbsent(kind, k -> new Figures()).add(back);
        run.say("%3d %-15s %,6d events; took events again after %4.1f s; round %4.1f s%s", times, kind, found.events(),
                back.toMillis() / 1e3, (System.nanoTime() - start) / 1e9, found.broken().isEmpty() ? "" : "  BROKEN");
    }

    private void broken(String claim) {
        broken.add("after " + times + ": " + claim);
        run.say("    %s", claim);
    }

    /** Full disks more often, since they need no start. */
    private Kind kind() {
        int chance = random.nextInt(20);
        return chance < 4 ? Kind.KILL : chance < 6 ? Kind.KILL_TWICE : chance < 17 ? Kind.FULL : Kind.FULL_THEN_KILL;
    }

    /** Kills it, and perhaps again while it starts; how long it was away after the last kill. */
    private Duration kill(boolean again) throws InterruptedException {
        server.kill();
        if (again) {
            server.launch();
            Thread.sleep(random.nextInt(START_MILLIS));
            server.kill();
        }
        return started();
    }

    private Duration started() {
        long start = System.nanoTime();
        server.start();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Duration fill() throws IOException, InterruptedException {
        fillFor(random.nextInt(3_000));
        disk.empty();
        return recovered();
    }

    /** Leaves a little room at first, and none in the end. */
    private void fillFor(int millis) throws IOException, InterruptedException {
        disk.fill(random.nextInt(256 << 10));
        Thread.sleep(millis / 2);
        disk.fill(0);
        Thread.sleep(millis / 2);
    }

    /** Kills it while the disk is full; starts it before or after there is room again. */
    private Duration fillAndKill() throws IOException, InterruptedException {
        fillFor(random.nextInt(2_000));
        server.kill();
        boolean startsFull = random.nextBoolean();
        if (startsFull) {
            server.launch();
            Thread.sleep(random.nextInt(START_MILLIS));
        }
        disk.empty();
        return startsFull ? recovered() : started();
    }

    /** Waits until an event is taken; starts the process if it has ended, or if it does not recover, which is a fault. */
    private Duration recovered() {
        long start = System.nanoTime();
        try {
            Await.until("an event is taken", RECOVERY, () -> {
                startIfEnded();
                return probe();
            });
        } catch (AssertionError e) {
            broken("it takes no events " + RECOVERY.toSeconds() + " s after there was room again");
            server.kill();
            server.start();
        }
        server.awaitReady();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void startIfEnded() {
        if (!server.isAlive()) {
            endedByItself++;
            server.start();
        }
    }

    private boolean probe() {
        String event = "{\"specversion\":\"1.0\",\"type\":\"org.parley.usage\",\"source\":\"urn:probe\",\"id\":\"p"
                + numbers.incrementAndGet() + "\",\"subject\":\"probe\"}";
        return new Api(server.root(), server.adminKey()).post("/events", Api.EVENT, event).status() == 200;
    }

    private void end(Payer payer) throws IOException, InterruptedException {
        run.say("answers to events: %s; payments told 404 or 405: %d; ended by itself on a full disk: %d; on disk: %,d MB",
                answers, payer.noSuchPath(), endedByItself, disk.usedMegabytes());
        payer.compare().forEach(this::broken);
        Held.Findings found = Held.compare(server.api(), all);
        found.broken().forEach(this::broken);
        String verified = server.tryConsole("parley:journal-verify").strip();
        if (!verified.lines().anyMatch(line -> line.startsWith("whole"))) {
            broken("the journal: " + verified);
        }
        run.say("journal: %s", verified.lines().reduce((before, last) -> last).orElse(""));
        run.say("| what | times | took events again after, median / longest |");
        run.say("|---|---|---|");
        figures.forEach((kind, of) -> run.say("| %s | %s |", kind, of));
        run.say("%,d events acknowledged or found, %,d payments; %d claims broken", found.events(), payer.settled(),
                broken.size());
    }
}
