package org.parley.benchmarks;

import org.parley.itests.kit.ParleyServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the time from calling {@code bin/parley start} to the first 200 of {@code /health/ready}, and the resident
 * memory of the server's process after 30 idle seconds, five times with new data folders: the median and all of them.
 *
 * <p>It does not measure a start with much data, nor memory under load. The files of the distribution are in the
 * system's cache after the first start.
 */
public final class Start {

    private static final int STARTS = 5;
    private static final long IDLE_MILLIS = 30_000;

    private Start() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Run run = new Run("start");
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 1; i <= STARTS; i++) {
            long start = System.nanoTime();
            try (ParleyServer server = ParleyServer.start(run.folder("start" + i))) {
                seconds.add((System.nanoTime() - start) / 1e9);
                Thread.sleep(IDLE_MILLIS);
                megabytes.add(residentMegabytes(server));
            }
            run.say("start %d: %.1f s, %.0f MB", i, seconds.get(i - 1), megabytes.get(i - 1));
        }
        run.say("median: %.1f s to the first 200, %.0f MB resident after 30 s", median(seconds), median(megabytes));
    }

    private static double residentMegabytes(ParleyServer server) throws IOException {
        String status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
        String line = status.lines().filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
