package org.parley.itests;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.ParleyServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One server for all tests of a class; its log is printed when a test fails, and its folder deleted when none did. */
final class Server implements BeforeAllCallback, AfterAllCallback, TestWatcher {

    private final Consumer<Path> preparation;
    private final List<String> options;
    private Path folder;
    private ParleyServer server;
    private boolean failed;

    Server(String... options) {
        this(data -> { }, options);
    }

    /** @param preparation is given the data folder's path before the server starts */
    Server(Consumer<Path> preparation, String... options) {
        this.preparation = preparation;
        this.options = List.of(options);
    }

    ParleyServer get() {
        return server;
    }

    Api api() {
        return server.api();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("parley-" + context.getRequiredTestClass().getSimpleName() + "-");
        failed = true;
        preparation.accept(folder.resolve("data"));
        server = ParleyServer.start(folder, options.toArray(String[]::new));
        failed = false;
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        failed = true;
        System.err.println(context.getDisplayName() + " failed; the server said:\n" + server.logTail());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (server != null) {
            server.close();
        }
        if (!failed) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
