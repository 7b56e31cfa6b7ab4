package org.parley.capture.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.store.Engine;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@OnEachEngine
class CaptureDatabaseTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private CaptureDatabase database;

    @BeforeEach
    void open() {
        database = new CaptureDatabase(TestDatabases.in(folder, engine));
        database.write(handle -> handle.execute("INSERT INTO event_type (seller, type, version, schema, published_at) VALUES "
                + "('acme', 'com.acme.visit', 1, '{}', 0)"));
        database.write(handle -> handle.execute("INSERT INTO meter (seller, id, version, definition, published_at) VALUES "
                + "('acme', 'visits', 1, '{}', 0)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE event_type SET schema = 'true'", "DELETE FROM event_type",
            "UPDATE meter SET definition = '{\"a\":1}'", "DELETE FROM meter",
            "INSERT INTO event_type (seller, type, version, schema, published_at) VALUES ('acme', 'com.acme.visit', 1, 'true', 1)",
            "INSERT INTO retention (seller, type, days, set_at) VALUES ('acme', 'com.acme.visit', 0, 0)"})
    void whatWasPublishedStays(String change) {
        assertThatThrownBy(() -> database.write(handle -> handle.execute(change))).isInstanceOf(JdbiException.class);
        assertThat(database.<String>read(handle ->
                handle.select("SELECT schema FROM event_type").mapTo(String.class).one())).isEqualTo("{}");
    }
}
