package org.parley.cli.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** A module's SQLite file, which is only read: not even a lock is taken in it. */
final class SqliteSource implements AutoCloseable {

    private final Connection connection;

    SqliteSource(Module module) throws SQLException {
        String path = module.file().toUri().getRawPath();
        this.connection = DriverManager.getConnection("jdbc:sqlite:file:" + path + "?mode=ro&immutable=1");
    }

    Connection connection() {
        return connection;
    }

    /** The last migration that was applied; 0 if there was none. */
    int version() throws SQLException {
        return tableNames("flyway_schema_history").isEmpty() ? 0
                : (int) number("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success");
    }

    /** The modules' own tables: neither SQLite's nor those of the migrations. */
    Set<String> tables() throws SQLException {
        Set<String> names = tableNames("%");
        names.removeIf(name -> name.startsWith("sqlite_") || name.equals("flyway_schema_history"));
        return names;
    }

    Set<String> columns(Table table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT name FROM pragma_table_xinfo(?)")) {
            query.setString(1, table.name());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    long count(Table table) throws SQLException {
        return number("SELECT count(*) FROM " + Table.quote(table.name()));
    }

    /** The last number that was given to a row, also if it is gone; 0 if none ever was. */
    long lastGiven(Table table, Table.Column column) throws SQLException {
        long largest = number("SELECT max(" + column.quoted() + ") FROM " + Table.quote(table.name()));
        if (tableNames("sqlite_sequence").isEmpty()) {
            return largest;
        }
        return Math.max(largest, number("SELECT max(seq) FROM sqlite_sequence WHERE name = '" + table.name().replace("'", "''") + "'"));
    }

    private Set<String> tableNames(String like) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE ?")) {
            query.setString(1, like);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
