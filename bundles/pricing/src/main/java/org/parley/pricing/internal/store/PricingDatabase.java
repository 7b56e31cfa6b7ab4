package org.parley.pricing.internal.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.Fault;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migrations;

/** This module's own database. */
@Component(service = PricingDatabase.class)
public final class PricingDatabase {

    private static final int ATTEMPTS = 100;

    private final Database database;

    @Activate
    public PricingDatabase(@Reference Databases databases) {
        this.database = databases.open("pricing", Migrations.from(PricingDatabase.class, "V1__pricing.sql"));
    }

    @Deactivate
    public void close() {
        database.close();
    }

    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return database.read(handle -> work.apply(Dialect.on(database.engine(), handle)));
    }

    public <T extends @Nullable Object> T write(Function<Handle, T> work) {
        return database.write(handle -> work.apply(Dialect.on(database.engine(), handle)));
    }

    /**
     * Runs work that reads, thinks without holding the database, and writes only if what it read is still so: it is
     * run again when the write finds that it is not.
     */
    public <T extends @Nullable Object> T optimistic(Function<PricingDatabase, T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.apply(this);
            } catch (StaleRead e) {
                Thread.onSpinWait();
            }
        }
        throw Fault.unavailable("the same rows were changed again and again meanwhile; try again");
    }
}
