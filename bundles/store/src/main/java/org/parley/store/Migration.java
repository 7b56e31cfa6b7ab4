package org.parley.store;

import java.util.Map;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;

/**
 * One step in the life of a module's tables. Once released it is never changed: a mistake is put right by a further
 * step.
 *
 * @param version counts from 1; steps are applied in this order, each once
 * @param description a few words of letters, digits and {@code _}, kept in the database's history
 * @param scripts for each engine one or more statements, each ended with a semicolon, run in one transaction
 */
public record Migration(int version, String description, Map<Engine, String> scripts) {

    public Migration {
        if (version < 1) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "version", "a migration's version is 1 or more, not " + version);
        }
        if (!description.matches("\\w{1,100}")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "description",
                    "a migration's description has 1 to 100 letters, digits or _, unlike '" + description + "'");
        }
        scripts = Map.copyOf(scripts);
        if (scripts.isEmpty() || scripts.values().stream().anyMatch(String::isBlank)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "scripts", "migration " + version + " is empty");
        }
    }

    /** A step that is written alike for all engines. */
    public static Migration alike(int version, String description, String sql) {
        return new Migration(version, description, Map.of(Engine.SQLITE, sql, Engine.POSTGRESQL, sql));
    }

    /**
     * The statements for one engine.
     *
     * @throws Fault if the module brought none for it
     */
    public String sql(Engine engine) {
        String sql = scripts.get(engine);
        if (sql == null) {
            throw Fault.unavailable("migration V" + version + "__" + description + " has no script for " + engine
                    + ": this module cannot keep its tables there");
        }
        return sql;
    }
}
