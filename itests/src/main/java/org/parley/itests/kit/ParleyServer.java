package org.parley.itests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server of the assembled distribution, as a process of its own with its own data folder and ports. */
public final class ParleyServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final int LOG_TAIL_LINES = 80;

    private final Command command = new Command();
    private final Path folder;
    private final List<String> options;
    private final int port = FreePorts.next();
    private final int sshPort = FreePorts.next();
    private Path data;
    private Process process;
    private Api api;

    private ParleyServer(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.data = folder.resolve("data");
    }

    /**
     * A started and ready server.
     *
     * @param folder  an empty folder; the data folder and the log of the console are made in it
     * @param options more options of {@code bin/parley start}
     */
    public static ParleyServer start(Path folder, String... options) {
        ParleyServer server = new ParleyServer(folder, List.of(options));
        server.start();
        return server;
    }

    /** Starts it again after {@link #stop} or {@link #kill}; returns when it is ready. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts the process and returns at once. */
    public void launch() {
        process = command.start(output(), startArguments());
    }

    private String[] startArguments() {
        List<String> line = new ArrayList<>(List.of("start", "--data", data.toString(), "--host", "127.0.0.1",
                "--port", String.valueOf(port), "--ssh-port", String.valueOf(sshPort)));
        line.addAll(options);
        return line.toArray(String[]::new);
    }

    /** Waits until {@code /health/ready} answers 200. */
    public void awaitReady() {
        Api anonymous = new Api(root(), "");
        try {
            Await.until("the server is ready", START,
                    () -> !process.isAlive() || anonymous.get("/health/ready").status() == 200);
            if (!process.isAlive()) {
                throw new AssertionError("the server ended with status " + process.exitValue());
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + logTail(), e);
        }
        api = new Api(root(), adminKey());
    }

    /** Ends it as {@code bin/parley stop} does. */
    public void stop() {
        command.run("stop", "--data", data.toString()).expectSuccess();
        awaitEnd();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        Command.kill(process);
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not end\n" + logTail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Moves the data folder of a stopped server. */
    public void moveData(Path target) {
        try {
            Files.move(data, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data = target;
    }

    /** What a command of the console prints. */
    public String console(String line) {
        return command.run("console", "--data", data.toString(), line).expectSuccess();
    }

    /** What a command of the console prints that may fail. */
    public String tryConsole(String line) {
        return command.run("console", "--data", data.toString(), line).output();
    }

    public Command command() {
        return command;
    }

    /** The number of the server's own process, as {@code bin/parley} keeps it. */
    public long pid() {
        try {
            return Long.parseLong(Files.readString(data.resolve("run/pid")).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client with the admin key. */
    public Api api() {
        return api;
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** What the server printed to its console. */
    public Path output() {
        return folder.resolve("output.log");
    }

    public String adminKey() {
        try {
            return Files.readString(data.resolve("admin-key")).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of all its logs, to explain a failure. */
    public String logTail() {
        StringBuilder tail = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            // RocksDB's own logs are numbered, and binary.
            files.filter(file -> file.getFileName().toString().matches("[a-z].*\\.log") && Files.isRegularFile(file))
                    .forEach(file -> tail.append("--- ").append(file).append('\n').append(tail(file)));
        } catch (IOException e) {
            tail.append(e);
        }
        return tail.toString();
    }

    private static String tail(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size())) + "\n";
        } catch (IOException e) {
            return e + "\n";
        }
    }

    /** Ends the process, whatever state it is in. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
