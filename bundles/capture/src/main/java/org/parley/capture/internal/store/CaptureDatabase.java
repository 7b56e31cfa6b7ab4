package org.parley.capture.internal.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migrations;

/** What sellers set for the intake: event types, meters, retention. */
@Component(service = CaptureDatabase.class)
public final class CaptureDatabase {

    private final Database database;

    @Activate
    public CaptureDatabase(@Reference Databases databases) {
        this.database = databases.open("capture", Migrations.from(CaptureDatabase.class, "V1__capture.sql"));
    }

    @Deactivate
    public void close() {
        database.close();
    }

    /** Reads from one snapshot. */
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return database.read(work);
    }

    /** One transaction, durable when this returns. */
    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return database.write(work);
    }
}
