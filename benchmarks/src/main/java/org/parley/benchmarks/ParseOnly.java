package org.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.intake.EventSink;
import org.parley.capture.internal.intake.Intake;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.intake.Upload;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.capture.internal.types.EventTypeRegistry;
import org.parley.common.SellerId;
import org.parley.store.sqlite.SqliteDatabases;

/**
 * An endpoint that reads and checks events with the intake's own code and keeps nothing: no journal, no key, no servlet
 * framework. It runs in a process of its own with the server's settings for memory.
 */
final class ParseOnly implements AutoCloseable {

    private static final List<String> MEMORY = List.of("-Xms224m", "-XX:NewSize=144m", "-Xmx1g", "-XX:+UseSerialGC");

    private final Process process;
    private final URI root;

    private ParseOnly(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Starts it on a free port; the folder is for the definitions of event types. */
    static ParseOnly start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(MEMORY);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ParseOnly.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException("the endpoint that only parses did not start");
        }
        return new ParseOnly(process, URI.create("http://127.0.0.1:" + port));
    }

    URI root() {
        return root;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process: prints its port and serves until it is ended. */
    public static void main(String[] arguments) throws Exception {
        CaptureDatabase database = new CaptureDatabase(new SqliteDatabases(Path.of(arguments[0])));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Parsing(new Intake(new Nothing(), new EventTypeRegistry(database), Limits.DEFAULT)));
        server.start();
        System.out.println(connector.getLocalPort());
        server.join();
    }

    /** Reads and answers. */
    private static final class Parsing extends Handler.Abstract {

        private static final SellerId SELLER = new SellerId("measured");

        private final Intake intake;

        Parsing(Intake intake) {
            this.intake = intake;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            try (InputStream body = Content.Source.asInputStream(request)) {
                intake.take(new Upload(SELLER, Instant.now(), request.getHeaders().get(HttpHeader.CONTENT_TYPE), "",
                                request.getLength(), body))
                        .thenAccept(outcome -> response.write(true, ByteBuffer.wrap(("{\"accepted\":"
                                + outcome.counts().accepted() + "}").getBytes(StandardCharsets.US_ASCII)), callback));
            }
            return true;
        }
    }

    /** Takes all and keeps none. */
    private static final class Nothing implements EventSink {

        private static final Appended TAKEN = new Appended(Appended.Outcome.ACCEPTED, 1);

        @Override
        public CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
            return CompletableFuture.completedFuture(Collections.nCopies(events.size(), TAKEN));
        }

        @Override
        public CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
            return offer(events);
        }

        @Override
        public void remember(SellerId seller, List<Rejected> rejected) {
            throw new IllegalStateException("an event of the rig was rejected: " + rejected.get(0).why());
        }
    }
}
