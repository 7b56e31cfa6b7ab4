package org.parley.cli.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.move.Table.Column;
import org.parley.cli.move.Table.Kind;
import org.parley.store.postgresql.PostgresqlServer;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL database, and what its catalogue says of the modules' tables. */
record PostgresqlTarget(PostgresqlServer server) {

    Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setReWriteBatchedInserts(true);
        return source.getConnection();
    }

    /** Whether there is a schema of this name, empty or not. */
    static boolean hasSchema(Connection connection, String schema) throws SQLException {
        return !texts(connection, "SELECT nspname FROM pg_namespace WHERE nspname = ?", schema).isEmpty();
    }

    static void dropSchema(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + Table.quote(schema) + " CASCADE");
        }
    }

    /** The modules' own tables, those first that others refer to. */
    static List<Table> tables(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (String name : texts(connection, "SELECT tablename FROM pg_tables WHERE schemaname = ?"
                + " AND tablename <> 'flyway_schema_history' ORDER BY 1", schema)) {
            references.put(name, Set.copyOf(texts(connection, "SELECT t.relname FROM pg_constraint c"
                    + " JOIN pg_class t ON t.oid = c.confrelid WHERE c.contype = 'f' AND c.conrelid <> c.confrelid"
                    + " AND c.conrelid = to_regclass(?)", Table.quote(schema) + "." + Table.quote(name))));
        }
        Set<String> order = new LinkedHashSet<>();
        while (order.size() < references.size()) {
            List<String> next = references.keySet().stream()
                    .filter(name -> !order.contains(name) && order.containsAll(references.getOrDefault(name, Set.of()))).toList();
            if (next.isEmpty()) {
                throw new MoveFailed("the tables of " + schema + " refer to each other in a circle, which cannot be moved");
            }
            order.addAll(next);
        }
        List<Table> tables = new ArrayList<>();
        for (String name : order) {
            tables.add(table(connection, schema, name));
        }
        return tables;
    }

    private static Table table(Connection connection, String schema, String name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String title = Table.quote(schema) + "." + Table.quote(name);
        try (PreparedStatement query = connection.prepareStatement("SELECT attname, format_type(atttypid, NULL),"
                + " pg_get_serial_sequence(?, attname) FROM pg_attribute"
                + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum")) {
            query.setString(1, title);
            query.setString(2, title);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), kind(rows.getString(2), title), Optional.ofNullable(rows.getString(3))));
                }
            }
        }
        List<String> key = texts(connection, "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid"
                + " AND a.attnum = ANY(i.indkey) WHERE i.indisprimary AND i.indrelid = to_regclass(?)", title);
        return new Table(schema, name, columns, key.isEmpty() ? columns.stream().map(Column::name).toList() : key);
    }

    private static Kind kind(String type, String table) {
        return switch (type) {
            case "smallint", "integer", "bigint" -> Kind.NUMBER;
            case "double precision" -> Kind.REAL;
            case "text", "character varying" -> Kind.TEXT;
            case "bytea" -> Kind.BYTES;
            default -> throw new MoveFailed("the table " + table + " has a column of the type " + type + ", which cannot be moved");
        };
    }

    private static List<String> texts(Connection connection, String sql, String parameter) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
