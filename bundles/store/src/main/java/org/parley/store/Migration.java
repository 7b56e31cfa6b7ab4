package org.parley.store;

import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/**
 * One step in the life of a module's tables. Once released it is never changed: a mistake is put right by a further
 * step.
 *
 * @param version counts from 1; steps are applied in this order, each once
 * @param description a few words of letters, digits and {@code _}, kept in the database's history
 * @param sql one or more statements, each ended with a semicolon, run in one transaction
 */
public record Migration(int version, String description, String sql) {

    public Migration {
        if (version < 1) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "version", "a migration's version is 1 or more, not " + version);
        }
        if (!description.matches("\\w{1,100}")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "description",
                    "a migration's description has 1 to 100 letters, digits or _, unlike '" + description + "'");
        }
        if (sql.isBlank()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "sql", "migration " + version + " is empty");
        }
    }
}
