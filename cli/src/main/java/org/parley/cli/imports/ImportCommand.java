package org.parley.cli.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.cli.ServerOptions;
import org.parley.cli.http.ServerGone;
import org.parley.cli.mapping.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley import}: sends the rows of a file to the server, each exactly once. */
@Command(name = "import", description = "Imports a CSV or NDJSON file (also .gz) as events or priced cycles.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "The data; unpacked while it is read if it ends in .gz.")
    private Path file = Path.of("");

    @Option(names = "--mapping", required = true, paramLabel = "M.yaml", description = "What the rows mean.")
    private Path mapping = Path.of("");

    @Option(names = "--batch", defaultValue = "1000", paramLabel = "N",
            description = "Rows sent together. Default: ${DEFAULT-VALUE}.")
    private int batch = 1000;

    @Option(names = "--rejects", paramLabel = "FILE",
            description = "Where rejected rows go, as CSV: line, reason, row. Default: beside the progress file.")
    private @Nullable Path rejects;

    @Option(names = "--restart", description = "Send everything again; the server finds the duplicates.")
    private boolean restart;

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new IllegalArgumentException("--batch must be at least 1");
        }
        Mapping read = Mapping.read(mapping);
        String identity = Identity.of(file, read.text(), options.address() + options.key());
        Path stem = stem(identity);
        Path rejected = rejects != null ? rejects : Path.of(stem + ".rejects.csv");
        ImportJob job = new ImportJob(file, read, rejected, batch, restart, identity);
        Pace pace = new Pace(System::nanoTime);
        Display display = display(pace);
        try {
            Tally tally = new Importer(job, options.server(display::note), new ProgressFile(Path.of(stem + ".progress.json")),
                    display).run();
            display.close();
            System.out.println(summary(tally, pace, rejected));
            return ExitCode.DONE;
        } catch (ServerGone e) {
            display.close();
            System.err.println(e.getMessage() + ".\nNothing is lost: the same command goes on where this one stopped.");
            return ExitCode.RESUMABLE;
        }
    }

    /** The progress is kept with the server's data, where it is as long as they are; else in the working directory. */
    private Path stem(String identity) {
        Path folder = options.data().map(data -> data.resolve("imports")).orElse(Path.of("")).toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
        return folder.resolve(file.getFileName() + "-" + identity.substring(0, 8));
    }

    private static Display display(Pace pace) {
        PrintStream out = System.out;
        return System.console() != null ? new BarDisplay(out, pace) : new LineDisplay(out, pace);
    }

    private static String summary(Tally tally, Pace pace, Path rejects) {
        String text = String.format(Locale.ROOT,
                "%,d rows read: %,d accepted, %,d duplicates, %,d rejected, %,d filtered out; %,d anonymous. %.1f s, %,d rows/s",
                tally.rows(), tally.accepted(), tally.duplicates(), tally.rejected(), tally.filtered(), tally.anonymous(),
                pace.seconds(), pace.rate(tally));
        return tally.rejected() == 0 ? text : text + "\nThe rejected rows and why: " + rejects;
    }
}
