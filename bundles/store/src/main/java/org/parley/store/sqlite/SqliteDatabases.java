package org.parley.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migration;
import org.parley.store.internal.Migrator;
import org.parley.store.internal.SqliteDatabase;
import org.parley.store.internal.SqliteFile;

/** One SQLite file for each module, {@code <module>.db}, in one folder. */
public final class SqliteDatabases implements Databases {

    private final Path folder;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** @param folder where the files are; it is made when the first database is opened */
    public SqliteDatabases(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Database open(String module, List<Migration> migrations) {
        if (!module.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "module",
                    "a module's name has 1 to 40 of a-z, 0-9 and -, a letter first, unlike '" + module + "'");
        }
        if (!open.add(module)) {
            throw Fault.unavailable("the database '" + module + "' is open already; its user must close it first");
        }
        try {
            SqliteFile file = new SqliteFile(createFolder().resolve(module + ".db"));
            new Migrator(file).migrate(migrations);
            return new SqliteDatabase(file, () -> open.remove(module));
        } catch (RuntimeException | Error e) {
            open.remove(module);
            throw e;
        }
    }

    private Path createFolder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault("cannot make the data folder " + folder, e);
        }
    }
}
