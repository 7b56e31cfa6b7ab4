package org.parley.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migration;
import org.parley.store.sqlite.SqliteDatabases;

/** The databases of the running server, in the data folder that the property {@value #FOLDER_PROPERTY} names. */
@Component
public final class DataFolderDatabases implements Databases {

    static final String FOLDER_PROPERTY = "parley.data";

    private final SqliteDatabases databases;

    @Activate
    public DataFolderDatabases(BundleContext context) {
        this.databases = new SqliteDatabases(folder(context.getProperty(FOLDER_PROPERTY)));
    }

    @Override
    public Database open(String module, List<Migration> migrations) {
        return databases.open(module, migrations);
    }

    static Path folder(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("the property '" + FOLDER_PROPERTY
                        + "' is not set; it names the folder where Parley keeps its data"));
    }
}
