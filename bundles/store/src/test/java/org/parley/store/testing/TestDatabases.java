package org.parley.store.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.parley.postgresql.testing.TestPostgresql;
import org.parley.store.Databases;
import org.parley.store.Engine;
import org.parley.store.postgresql.PostgresqlDatabases;
import org.parley.store.postgresql.PostgresqlServer;
import org.parley.store.sqlite.SqliteDatabases;

/**
 * Databases for a test. They belong to a folder, which is best a {@code @TempDir}: asking again with the same folder
 * gives what a restarted server finds, another folder gives empty databases.
 */
public final class TestDatabases {

    private TestDatabases() {}

    /** The databases of this folder; on PostgreSQL, a database of its own on a server that all tests of the process share. */
    public static Databases in(Path folder, Engine engine) {
        return switch (engine) {
            case SQLITE -> new SqliteDatabases(folder);
            case POSTGRESQL -> new PostgresqlDatabases(postgresql(folder));
        };
    }

    /** The PostgreSQL database of this folder. */
    public static PostgresqlServer postgresql(Path folder) {
        return new PostgresqlServer(Shared.url(folder), TestPostgresql.USER, "");
    }

    /** Cuts all connections to the PostgreSQL database of this folder, as a restart of the server would. */
    public static void cutOff(Path folder) {
        Shared.SERVER.cutOff(Shared.url(folder));
    }

    /** Started when the first test asks for it; it ends with the process. */
    private static final class Shared {

        static final TestPostgresql SERVER = TestPostgresql.start();
        private static final Map<Path, String> URLS = new HashMap<>();

        static synchronized String url(Path folder) {
            Path key = folder.toAbsolutePath().normalize();
            URLS.entrySet().removeIf(Shared::dropIfFolderIsGone);
            return URLS.computeIfAbsent(key, anyone -> SERVER.newDatabase());
        }

        private static boolean dropIfFolderIsGone(Map.Entry<Path, String> entry) {
            if (Files.exists(entry.getKey())) {
                return false;
            }
            SERVER.drop(entry.getValue());
            return true;
        }
    }
}
