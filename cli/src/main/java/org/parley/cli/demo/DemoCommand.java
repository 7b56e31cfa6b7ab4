package org.parley.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.parley.cli.ExitCode;
import org.parley.cli.ServerOptions;
import org.parley.cli.http.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parley demo}: fills a fresh sandbox with generated customers and a year of their cycles. */
@Command(name = "demo", description = "Runs a year of generated customers on a sandbox server and says where to look.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final int WIDTH = 8;
    private static final int MOST_CUSTOMERS = 100_000;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--customers", defaultValue = "200", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int customers = 200;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
            description = "The same seed makes the same customers. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("--customers must lie between 1 and " + MOST_CUSTOMERS);
        }
        Server server = options.server(System.out::println);
        server.awaitReady();
        DemoApi api = new DemoApi(server);
        if (!api.exists(Catalogue.MAGAZINE_OFFERING.path())) {
            run(api);
        } else if (DemoYear.isComplete(api)) {
            System.out.println("The demo has been run here before; its data are still there.");
        } else {
            throw new IllegalArgumentException("an earlier run of the demo stopped half-way; remove its data directory, or name "
                    + "another one with --data");
        }
        System.out.println(new Addresses(options.address(), options.key(), options.data()).text());
        return ExitCode.DONE;
    }

    private void run(DemoApi api) {
        JsonNode seller = api.seller();
        if (!seller.path("sandbox").asBoolean()) {
            throw new IllegalArgumentException("the demo moves the clock, so it needs a server that was started with --sandbox");
        }
        System.out.println(customers + " customers are GENERATED (seed " + seed + ") from published distributions of what people pay "
                + "when they may choose; they are nobody's real data. See docs/demo.md.");
        long since = System.nanoTime();
        List.of(Catalogue.MAGAZINE_OFFERING, Catalogue.PODCAST_OFFERING, Catalogue.MAGAZINE_POLICY, Catalogue.PODCAST_POLICY)
                .forEach(api::put);
        try (Parallel parallel = new Parallel(WIDTH)) {
            new DemoYear(api, Population.of(customers, seed), parallel, System.out::println).run();
        }
        System.out.printf(Locale.ROOT, "A year of cycles in %.1f seconds.%n", (System.nanoTime() - since) / 1e9);
    }
}
