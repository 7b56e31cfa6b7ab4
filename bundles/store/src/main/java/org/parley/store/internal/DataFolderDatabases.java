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
import org.parley.store.postgresql.PostgresqlDatabases;
import org.parley.store.sqlite.SqliteDatabases;
import org.slf4j.LoggerFactory;

/**
 * The databases of the running server: SQLite files in the data folder that the property {@value #FOLDER_PROPERTY}
 * names, or what {@code org.parley.store.cfg} in the folder of {@value #ETC_PROPERTY} says.
 */
@Component
public final class DataFolderDatabases implements Databases {

    static final String FOLDER_PROPERTY = "parley.data";
    static final String ETC_PROPERTY = "karaf.etc";

    private final Databases databases;

    @Activate
    public DataFolderDatabases(BundleContext context) {
        this(folder(FOLDER_PROPERTY, context.getProperty(FOLDER_PROPERTY)), folder(ETC_PROPERTY, context.getProperty(ETC_PROPERTY)));
    }

    DataFolderDatabases(Path folder, Path etc) {
        StoreOptions options = StoreOptions.read(etc);
        this.databases = options.server().<Databases>map(server -> {
            LoggerFactory.getLogger(DataFolderDatabases.class).info("the databases are in {}", server);
            Reachable.await(server);
            return new PostgresqlDatabases(server);
        }).orElseGet(() -> new SqliteDatabases(folder));
    }

    @Override
    public Database open(String module, List<Migration> migrations) {
        return databases.open(module, migrations);
    }

    static Path folder(String property, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("the property '" + property
                        + "' is not set; it names the folder where Parley keeps its "
                        + (property.equals(FOLDER_PROPERTY) ? "data" : "configuration")));
    }
}
