package org.parley.itests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution's {@code bin/parley}, called as an operator calls it. */
public final class Command {

    /**
     * How a call ended.
     *
     * @param exit   the exit status
     * @param output what it printed, on both streams
     */
    public record Result(int exit, String output) {

        /** The output, if the call succeeded. */
        public String expectSuccess() {
            if (exit != 0) {
                throw new AssertionError("exit status " + exit + ": " + output);
            }
            return output;
        }
    }

    private static final String START_SECONDS = "240";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Path distribution;

    /** The distribution that the system property {@code parley.distribution} names. */
    public Command() {
        this(Path.of(System.getProperty("parley.distribution", "karaf-assembly/target/assembly")));
    }

    public Command(Path distribution) {
        this.distribution = distribution.toAbsolutePath().normalize();
        if (!Files.isExecutable(script())) {
            throw new IllegalStateException("no distribution in " + this.distribution + "; build it first");
        }
    }

    public Path distribution() {
        return distribution;
    }

    private Path script() {
        return distribution.resolve("bin/parley");
    }

    /** Runs it to its end. */
    public Result run(String... arguments) {
        try {
            Path output = Files.createTempFile("parley-command", ".log");
            try {
                Process process = start(output, arguments);
                if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("no end of parley " + List.of(arguments) + ": " + read(output));
                }
                return new Result(process.exitValue(), read(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Starts it, with what it prints appended to a file. */
    public Process start(Path output, String... arguments) {
        List<String> line = new ArrayList<>(List.of(script().toString()));
        line.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("PARLEY_START_TIMEOUT", START_SECONDS);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a started call and all that it started, as {@code kill -9} does; returns when they are gone. */
    public static void kill(Process process) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        // A server that is still on its way out listens on its port.
        family.forEach(member -> member.onExit().join());
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
