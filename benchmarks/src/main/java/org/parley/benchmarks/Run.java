package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** One run of a rig: where it may write, and how it tells its figures. */
public final class Run {

    private final Path scratch;

    /** A run with a new folder below the one for temporary files. */
    public Run(String name) throws IOException {
        scratch = Files.createTempDirectory("parley-" + name + "-");
        say("%s, %s, %d cores, Java %s, %s %s", name, Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature(),
                System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    public Path scratch() {
        return scratch;
    }

    /** A new folder for a server. */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(scratch.resolve(name));
    }

    public void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Ends the process with a status that tells whether all the claims hold. */
    public void verdict(List<String> broken) {
        broken.forEach(claim -> say("BROKEN: %s", claim));
        say(broken.isEmpty() ? "All claims hold." : "Some claims do not hold.");
        System.exit(broken.isEmpty() ? 0 : 1);
    }
}
