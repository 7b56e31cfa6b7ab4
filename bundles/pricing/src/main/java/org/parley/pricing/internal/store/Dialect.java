package org.parley.pricing.internal.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.parley.store.Engine;

/** The parts of statements that cannot be written alike for all engines. */
enum Dialect {

    SQLITE {
        @Override
        String indexedBy(String index) {
            return " INDEXED BY " + index;
        }

        @Override
        String eachOf(String parameter) {
            // CROSS fixes the join's order, or all of the other table would be walked through.
            return "json_each(:" + parameter + ") j CROSS JOIN";
        }
    },

    /** It has statistics, and chooses the indexes itself. */
    POSTGRESQL {
        @Override
        String indexedBy(String index) {
            return "";
        }

        @Override
        String eachOf(String parameter) {
            return "json_array_elements_text(CAST(:" + parameter + " AS json)) j(value) JOIN";
        }
    };

    private static final String KEY = "org.parley.pricing.dialect";

    /** Makes known to a handle's statements which engine they are for. */
    static Handle on(Engine engine, Handle handle) {
        return handle.define(KEY, engine == Engine.SQLITE ? SQLITE : POSTGRESQL);
    }

    static Dialect of(Handle handle) {
        return (Dialect) handle.getConfig(SqlStatements.class).getAttribute(KEY);
    }

    /** Follows a table's name: SQLite, which has no statistics here, would rather take another index. */
    abstract String indexedBy(String index);

    /** Each text of a {@link JsonList}, as {@code j.value}, joined with what follows. */
    abstract String eachOf(String parameter);
}
