package org.parley.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.common.Fault;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migration;
import org.parley.store.internal.OpenModules;
import org.parley.store.internal.SqliteFile;

/** One SQLite file for each module, {@code <module>.db}, in one folder. */
public final class SqliteDatabases implements Databases {

    private final Path folder;
    private final OpenModules modules = new OpenModules();

    /** @param folder where the files are; it is made when the first database is opened */
    public SqliteDatabases(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Database open(String module, List<Migration> migrations) {
        return modules.open(module, migrations, name -> new SqliteFile(createFolder().resolve(name + ".db")));
    }

    private Path createFolder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault("cannot make the data folder " + folder, e);
        }
    }
}
