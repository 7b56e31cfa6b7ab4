package org.parley.store.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Database;
import org.parley.store.Migration;

/** Sees to it that each module's database is migrated before it is used, and open once at a time. */
public final class OpenModules {

    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** @param places where a module's tables are; asked once the name was found to be allowed */
    public Database open(String module, List<Migration> migrations, Function<String, Place> places) {
        if (!module.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "module",
                    "a module's name has 1 to 40 of a-z, 0-9 and -, a letter first, unlike '" + module + "'");
        }
        if (!open.add(module)) {
            throw Fault.unavailable("the database '" + module + "' is open already; its user must close it first");
        }
        try {
            Place place = places.apply(module);
            new Migrator(place).migrate(migrations);
            return new ModuleDatabase(place, () -> open.remove(module));
        } catch (RuntimeException | Error e) {
            open.remove(module);
            throw e;
        }
    }
}
