package org.parley.store.postgresql;

import java.util.List;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migration;
import org.parley.store.internal.OpenModules;
import org.parley.store.internal.PostgresqlSchema;

/**
 * One schema for each module, named like it, in one PostgreSQL database. Several servers may work in it: there is one
 * writer at a time in each schema, whichever of them it belongs to.
 */
public final class PostgresqlDatabases implements Databases {

    private final PostgresqlServer server;
    private final OpenModules modules = new OpenModules();

    /** @param server its user must be allowed to create schemas in the database */
    public PostgresqlDatabases(PostgresqlServer server) {
        this.server = server;
    }

    @Override
    public Database open(String module, List<Migration> migrations) {
        return modules.open(module, migrations, name -> new PostgresqlSchema(server, name));
    }
}
