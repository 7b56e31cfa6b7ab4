package org.parley.itests;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.postgresql.testing.TestPostgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL with an empty database, for all tests of a class. */
final class Postgresql implements BeforeAllCallback, AfterAllCallback {

    private TestPostgresql server;
    private String url;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = TestPostgresql.start();
        url = server.newDatabase();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (server != null) {
            server.close();
        }
    }

    String url() {
        return url;
    }

    /** Lets a server whose data folder this is, or will be, use it. */
    void chooseIn(Path data) {
        try {
            Files.createDirectories(data.resolve("etc"));
            Files.writeString(data.resolve("etc/org.parley.store.cfg"),
                    "engine=postgresql\nurl=" + url + "\nuser=" + TestPostgresql.USER + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts off everyone who works in it. */
    void cutOff() {
        server.cutOff(url);
    }
}
