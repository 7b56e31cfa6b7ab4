package org.parley.cli.move;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ExitCode;
import org.parley.store.postgresql.PasswordFile;
import org.parley.store.postgresql.PostgresqlServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley move-to-postgresql}: copies all relational databases of a stopped server, and compares each row. */
@Command(name = "move-to-postgresql", description = "Copies the SQLite databases of a stopped server to PostgreSQL and compares"
        + " each row. The files stay as they are.", mixinStandardHelpOptions = true)
public final class MoveCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The server's data directory.")
    private Path data = Path.of("");

    @Option(names = "--url", required = true, paramLabel = "URL",
            description = "The database, such as jdbc:postgresql://127.0.0.1:5432/parley; it must have no schemas of the modules.")
    private String url = "";

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "Who works in it, and may create schemas.")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE",
            description = "A file that holds the user's password and that others cannot read. Default: no password.")
    private @Nullable Path passwordFile;

    @Option(names = "--bundles", required = true, hidden = true, description = "Where the distribution's bundles are.")
    private List<Path> bundles = List.of();

    @Override
    public Integer call() {
        DataFolder folder = new DataFolder(data.toAbsolutePath().normalize());
        folder.requireStopped();
        List<Path> places = new ArrayList<>(bundles);
        places.add(folder.path().resolve("deploy"));
        String password = Optional.ofNullable(passwordFile).map(PasswordFile::read).orElse("");
        PostgresqlTarget target = new PostgresqlTarget(new PostgresqlServer(url, user, password));
        Map<String, Long> counts = new Mover(target, new Lines(System.err)).move(folder.modules(ModuleBundles.in(places)));
        System.out.println(summary(folder, counts));
        return ExitCode.DONE;
    }

    private String summary(DataFolder folder, Map<String, Long> counts) {
        StringBuilder text = new StringBuilder("Copied, and every row compared:\n");
        counts.forEach((table, rows) -> text.append(String.format(Locale.ROOT, "  %-32s %,14d%n", table, rows)));
        text.append("\nThe server goes on with PostgreSQL once ").append(folder.path()).append("/etc/org.parley.store.cfg says:\n\n")
                .append("engine=postgresql\nurl=").append(url).append("\nuser=").append(user).append('\n');
        if (passwordFile != null) {
            text.append("passwordFile=").append(passwordFile.toAbsolutePath().normalize()).append('\n');
        }
        return text.append("\nThe files in ").append(folder.path()).append(" were not changed. From then on they are a backup of today.")
                .toString();
    }

    /** A line for each table, and one every two seconds within a long one. */
    private static final class Lines implements MoveProgress {

        private static final long PAUSE = 2_000_000_000L;

        private final PrintStream out;
        private long last = System.nanoTime();

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void rows(Table table, String step, long done, long all) {
            long now = System.nanoTime();
            if (done == all || now - last > PAUSE) {
                last = now;
                out.printf(Locale.ROOT, "%s: %,d of %,d rows %s%n", table.title(), done, all, step);
            }
        }

        @Override
        public void allCopied() {
            out.println("all copied; comparing row by row");
        }
    }
}
