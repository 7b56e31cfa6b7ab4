package org.parley.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives the intake ten million inputs that nobody thought of: Jazzer changes inputs it knows and keeps those that reach
 * new branches, starting with the corpus in {@code fuzz/src/test/resources}. Four tenths go to the whole intake (media types,
 * single events, batches, lines in pieces of any size), the rest to its parts. The fuzz tests in {@code fuzz} say what must
 * hold; what breaks it, or takes more than 20 seconds, is a finding: it is kept, told, and the run has failed.
 *
 * <p>New inputs worth keeping are added to {@code fuzz/target/corpus}, where the next run goes on, and a minimal set of short
 * ones is put into {@code fuzz/target/minimal}: copy it over the one in the sources to have them run in every build.
 *
 * <p>It does not go through HTTP, nor to RocksDB, and one request at a time is taken: what happens between requests is no
 * matter of this.
 */
public final class Fuzz {

    private static final long INPUTS = 10_000_000;
    private static final long TOLD_SECONDS = 20;
    private static final int LONGEST_KEPT = 450;
    private static final Path MODULE = Path.of("fuzz").toAbsolutePath();
    private static final String INTERNAL = "org.parley.capture.internal.";
    private static final Path SEEDS = MODULE.resolve("src/test/resources");
    /** What the tests themselves do is not what is looked into. */
    private static final String TESTS = Stream.of("intake.IntakeFuzzTest", "intake.LinesFuzzTest", "intake.Rfc3339FuzzTest",
            "intake.Utf8FuzzTest", "rules.NumbersFuzzTest", "rules.SchemaFuzzTest", "intake.SentEvents", "intake.Plain",
            "intake.Drops", "intake.FuzzedBody", "types.FuzzTypes", "journal.MemorySink").map(name -> INTERNAL + name)
            .reduce("org.parley.capture.api.testing.**", (before, name) -> before + ":" + name);
    private static final Pattern STATUS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) .*");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");

    /**
     * A fuzz test.
     *
     * @param share of all inputs
     */
    private record Target(String part, String test, String method, double share) {

        String className() {
            return INTERNAL + part + "." + test;
        }

        /** Where its inputs are in a folder of all tests' inputs. */
        Path inputs(Path all) {
            return all.resolve(className().replace('.', '/') + "Inputs").resolve(method);
        }
    }

    private static final List<Target> TARGETS = List.of(
            new Target("intake", "IntakeFuzzTest", "keepsWhatItAccepts", 0.4),
            new Target("rules", "SchemaFuzzTest", "saysWhatTheLibrarySays", 0.2),
            new Target("intake", "LinesFuzzTest", "areTheSameHoweverTheyArrive", 0.1),
            new Target("rules", "NumbersFuzzTest", "letsInWhatIsCheap", 0.1),
            new Target("intake", "Rfc3339FuzzTest", "readsWhatTheGrammarAllows", 0.1),
            new Target("intake", "Utf8FuzzTest", "checksAsTheDecoderDoes", 0.1));

    /** How far a target has come. */
    private record Progress(long inputs, long covered, long seconds) {}

    private final Run run;
    private final ConcurrentLinkedDeque<String> broken = new ConcurrentLinkedDeque<>();
    private final List<String> table = java.util.Collections.synchronizedList(new ArrayList<>());

    private Fuzz(Run run) {
        this.run = run;
    }

    /** Takes the number of inputs, 10,000,000 if not given. */
    public static void main(String[] arguments) throws Exception {
        long inputs = arguments.length > 0 ? Long.parseLong(arguments[0]) : INPUTS;
        Fuzz fuzz = new Fuzz(new Run("fuzz"));
        ExecutorService cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<?>> running = new ArrayList<>();
        for (Target target : TARGETS) {
            running.add(cores.submit(() -> fuzz.target(target, (long) (inputs * target.share()))));
        }
        for (Future<?> one : running) {
            one.get();
        }
        cores.shutdown();
        fuzz.run.say("| what | inputs | seconds | branches reached | inputs kept |");
        fuzz.run.say("|---|---|---|---|---|");
        fuzz.table.forEach(row -> fuzz.run.say("%s", row));
        fuzz.run.verdict(List.copyOf(fuzz.broken));
    }

    private void target(Target target, long inputs) {
        try {
            Path corpus = Files.createDirectories(MODULE.resolve("target/corpus").resolve(target.test()));
            Path log = run.scratch().resolve(target.test() + ".log");
            Process process = jazzer(target, log, "-runs=" + inputs, "-timeout=20", corpus.toString(), seeds(target));
            while (!process.waitFor(TOLD_SECONDS, TimeUnit.SECONDS)) {
                progress(log).ifPresent(p -> run.say("%-16s %,11d inputs, %,6d branches", target.test(), p.inputs(),
                        p.covered()));
            }
            Progress end = progress(log).orElse(new Progress(0, 0, 0));
            if (process.exitValue() != 0 || end.inputs() < inputs) {
                broken.add(target.test() + " ended with " + process.exitValue() + " after " + end.inputs()
                        + " inputs; see " + log + " and what lies beside it");
            }
            table.add(String.format("| %s | %,d | %,d | %,d | %,d |", target.test(), end.inputs(), end.seconds(),
                    end.covered(), minimise(target, corpus)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String seeds(Target target) {
        return target.inputs(SEEDS).toString();
    }

    /** How many short inputs reach all that short ones reach. */
    private long minimise(Target target, Path corpus) throws IOException, InterruptedException {
        Path minimal = target.inputs(MODULE.resolve("target/minimal"));
        Files.createDirectories(minimal);
        jazzer(target, run.scratch().resolve(target.test() + "-minimal.log"), "-merge=1", "-max_len=" + LONGEST_KEPT,
                minimal.toString(), seeds(target), corpus.toString()).waitFor();
        try (Stream<Path> files = Files.list(minimal)) {
            return files.count();
        }
    }

    private Process jazzer(Target target, Path log, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("nice", "-n", "15", Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g", "-cp", MODULE.resolve("target/test-classes") + ":" + Files.readString(MODULE.resolve("target/classpath.txt")),
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + target.className(),
                "--instrumentation_includes=org.parley.**:com.fasterxml.jackson.core.**",
                "--instrumentation_excludes=" + TESTS,
                // They look for injections into regular expressions, which nothing here makes, and cost half of the time.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks:"
                        + "com.code_intelligence.jazzer.sanitizers.RegexInjection"));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).directory(run.scratch().toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
    }

    /** What the log told last. */
    private static Optional<Progress> progress(Path log) throws IOException {
        Optional<Progress> last = Optional.empty();
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher status = STATUS.matcher(line);
                Matcher done = DONE.matcher(line);
                if (status.matches()) {
                    last = Optional.of(new Progress(Long.parseLong(status.group(1)), Long.parseLong(status.group(2)), 0));
                } else if (done.matches()) {
                    last = Optional.of(new Progress(Long.parseLong(done.group(1)),
                            last.map(Progress::covered).orElse(0L), Long.parseLong(done.group(2))));
                }
            }
        }
        return last;
    }
}
