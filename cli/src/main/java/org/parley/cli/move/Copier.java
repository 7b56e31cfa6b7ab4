package org.parley.cli.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies a table's rows into one that is empty, within the transaction of the target's connection. */
record Copier(SqliteSource source, Connection target, MoveProgress progress) {

    private static final int BATCH = 1000;

    void copy(Table table) throws SQLException {
        long all = source.count(table);
        long done = 0;
        try (Statement query = source.connection().createStatement();
                ResultSet rows = query.executeQuery(table.selectFromSqlite());
                PreparedStatement insert = target.prepareStatement(table.insert())) {
            while (rows.next()) {
                table.row(rows).bindTo(insert);
                insert.addBatch();
                done++;
                if (done % BATCH == 0) {
                    insert.executeBatch();
                    progress.rows(table, "copied", done, all);
                }
            }
            insert.executeBatch();
        }
        progress.rows(table, "copied", done, all);
        for (Table.Column column : table.columns()) {
            if (column.sequence().isPresent()) {
                goOnAfter(column.sequence().get(), source.lastGiven(table, column));
            }
        }
    }

    private void goOnAfter(String sequence, long last) throws SQLException {
        try (PreparedStatement set = target.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            set.setString(1, sequence);
            set.setLong(2, Math.max(1, last));
            set.setBoolean(3, last > 0);
            set.execute();
        }
    }
}
