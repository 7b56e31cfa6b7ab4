package org.parley.pricing.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.pricing.classic.internal.PayWhatYouWantStrategy;
import org.parley.pricing.fairpay.internal.FairPayStrategy;
import org.parley.pricing.internal.imports.ImportResult;
import org.parley.store.sqlite.SqliteDatabases;

/**
 * How many payments a second the engine imports: parsing, strategy, all tables, durable slices. Not measured: HTTP, the
 * first seconds of a cold process, and a journal on disk (the facts go to one in memory). Arguments: a folder, the strategy's name, and either the number of
 * generated payments or the path of a file of lines.
 */
public final class ImportBenchmark {

    private static final int WARM_UP = 60_000;

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        byte[] lines = arguments[2].matches("\\d+") ? generated(Integer.parseInt(arguments[2]))
                : Files.readAllBytes(Path.of(arguments[2]));
        InMemoryJournal journal = new InMemoryJournal();
        try (Engine engine = new Engine(new SqliteDatabases(folder), journal, new FairPayStrategy(), new PayWhatYouWantStrategy())) {
            engine.offering("show", "{\"currency\":\"USD\",\"schedule\":{\"flat\":\"5.00\"}}");
            engine.policy("open", "{\"strategy\":\"" + arguments[1] + "\"}");
            engine.offering("warm", "{\"currency\":\"USD\"}");
            engine.importer.take(Engine.SELLER, new ByteArrayInputStream(new String(generated(WARM_UP),
                    StandardCharsets.UTF_8).replace("urn:bench", "urn:warm").replace("show", "warm")
                    .getBytes(StandardCharsets.UTF_8)));
            double cpuBefore = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime() / 1e9;
            long begun = System.nanoTime();
            ImportResult result = engine.importer.take(Engine.SELLER, new ByteArrayInputStream(lines));
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime() / 1e9 - cpuBefore;
            System.out.printf("%.0f payments in each second of processor time, all threads%n", result.accepted() / cpu);
            System.out.printf("accepted %d, duplicates %d, rejected %d in %.1f s: %.0f payments/s%n", result.accepted(),
                    result.duplicates(), result.rejected().size(), seconds, result.accepted() / seconds);
            Eventually.holds(() -> engine.waitingFacts() == 0);
            System.out.printf("all facts told after %.1f s; database %d MB%n", (System.nanoTime() - begun) / 1e9,
                    Files.size(folder.resolve("pricing.db")) >> 20);
        }
    }

    /** Payments whose customers repeat as those of a real charity event do: three each on average, in random order. */
    private static byte[] generated(int count) {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String customer = random.nextInt(100) < 25 ? "" : "\"customer\":\"g" + random.nextInt(count / 3) + "\",";
            lines.add("{\"source\":\"urn:bench\",\"id\":\"d" + i + "\"," + customer
                    + "\"offering\":\"show\",\"policy\":\"open\",\"item\":\"run" + i / 160
                    + "\",\"time\":\"2016-01-03T16:47:57Z\",\"price\":{\"amount\":\"" + (5 + random.nextInt(60))
                    + ".00\",\"currency\":\"USD\"},\"suggested\":{\"amount\":\"25.00\",\"currency\":\"USD\"}}\n");
        }
        Collections.shuffle(lines, random);
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
}
