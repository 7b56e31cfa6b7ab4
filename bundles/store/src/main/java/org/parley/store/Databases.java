package org.parley.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where a module gets its own database from. */
@ProviderType
public interface Databases {

    /**
     * Opens the database of a module, creates it at the first time, and brings its tables up to the last of the
     * migrations. The caller closes it, when it is deactivated at the latest: a database is open once at a time.
     *
     * @param module the module's short name: 1 to 40 of {@code a-z}, {@code 0-9} and {@code -}, a letter first
     * @param migrations all of the module's migrations, those that were applied before among them
     * @throws org.parley.common.InvalidInput if the name or the list of migrations is not allowed
     * @throws org.parley.common.Fault if the database is open already, cannot be opened or migrated, was migrated by a
     *     newer version of the module, or an applied migration was changed since
     */
    Database open(String module, List<Migration> migrations);
}
