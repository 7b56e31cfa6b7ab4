package org.parley.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.cli.http.Server;
import picocli.CommandLine.Option;

/** Which server to talk to, and with which key. */
public final class ServerOptions {

    @Option(names = "--data", paramLabel = "DIR",
            description = "The server's data directory: its admin key is read from DIR/admin-key.")
    private @Nullable Path data;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file that holds the key to use.")
    private @Nullable Path keyFile;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", defaultValue = "8181", description = "Default: ${DEFAULT-VALUE}.")
    private int port = 8181;

    @Option(names = "--retry-for", defaultValue = "60", paramLabel = "SECONDS",
            description = "How long to wait for a server that does not answer. Default: ${DEFAULT-VALUE}.")
    private long retrySeconds = 60;

    /** The data directory, if it was given. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /** Where the server listens. */
    public URI address() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /**
     * The key.
     *
     * @throws IllegalArgumentException if no file was named that holds one
     */
    public String key() {
        Path file = keyFile != null ? keyFile : data().map(directory -> directory.resolve("admin-key")).orElseThrow(() ->
                new IllegalArgumentException("name the server's data directory with --data, or a key with --key-file"));
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no key");
            }
            return key;
        } catch (IOException e) {
            throw new IllegalArgumentException("the key cannot be read from " + file
                    + ": has the server been started with this data directory?", e);
        }
    }

    /** The server; {@code notices} is told when it keeps us waiting. */
    public Server server(Consumer<String> notices) {
        return new Server(address(), key(), Duration.ofSeconds(retrySeconds), notices);
    }
}
