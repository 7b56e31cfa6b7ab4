package org.parley.cli.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Compares a table's rows on both sides, one by one, in the order of the key. */
record Verifier(SqliteSource source, Connection target, MoveProgress progress) {

    private static final int FETCH = 1000;

    /** Returns how many rows there are on each side. */
    long verify(Table table) throws SQLException {
        long all = source.count(table);
        long done = 0;
        try (Statement there = source.connection().createStatement(); Statement here = target.createStatement()) {
            here.setFetchSize(FETCH);
            try (ResultSet expected = there.executeQuery(table.selectFromSqliteInOrder());
                    ResultSet found = here.executeQuery(table.selectFromPostgresqlInOrder())) {
                while (expected.next()) {
                    requireLike(table.row(expected), found);
                    done++;
                    if (done % FETCH == 0) {
                        progress.rows(table, "verified", done, all);
                    }
                }
                if (found.next()) {
                    throw new MoveFailed("PostgreSQL has " + table.row(found).title() + ", which the file has not");
                }
            }
        }
        progress.rows(table, "verified", done, all);
        return done;
    }

    private static void requireLike(Table.Row expected, ResultSet found) throws SQLException {
        if (!found.next()) {
            throw new MoveFailed(expected.title() + " is missing in PostgreSQL");
        }
        if (!expected.isLike(expected.table().row(found))) {
            throw new MoveFailed(expected.title() + " is not the same in PostgreSQL");
        }
    }
}
