package org.parley.cli.move;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as PostgreSQL's catalogue has it.
 *
 * @param key the names of the primary key's columns; all columns where there is none
 */
record Table(String schema, String name, List<Column> columns, List<String> key) {

    /** What a column holds, which is what it is read and compared as. */
    enum Kind {
        NUMBER, REAL, TEXT, BYTES
    }

    /** @param sequence what gives the column its numbers, if they are given by the database */
    record Column(String name, Kind kind, Optional<String> sequence) {

        String quoted() {
            return quote(name);
        }
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** How people call it. */
    String title() {
        return schema + "." + name;
    }

    String inPostgresql() {
        return quote(schema) + "." + quote(name);
    }

    String insert() {
        return "INSERT INTO " + inPostgresql() + " (" + names() + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    String selectFromSqlite() {
        return "SELECT " + names() + " FROM " + quote(name);
    }

    /** In an order that both engines have in common: text by its bytes, nothing before something. */
    String selectFromSqliteInOrder() {
        return selectFromSqlite() + order("");
    }

    String selectFromPostgresqlInOrder() {
        return "SELECT " + names() + " FROM " + inPostgresql() + order(" COLLATE \"C\"");
    }

    private String order(String ofText) {
        return columns.stream()
                .filter(column -> key.contains(column.name()))
                .map(column -> column.quoted() + (column.kind() == Kind.TEXT ? ofText : "") + " NULLS FIRST")
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String names() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /** The row that the result stands on. */
    Row row(ResultSet at) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at.getObject(i + 1);
        }
        return new Row(this, values);
    }

    /** One row's values, as numbers of 64 bits, floating point numbers, texts, bytes or nothing. */
    record Row(Table table, Object[] values) {

        Row {
            for (int i = 0; i < values.length; i++) {
                values[i] = plain(table, table.columns().get(i), values[i]);
            }
        }

        void bindTo(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }

        boolean isLike(Row other) {
            return java.util.Arrays.deepEquals(values, other.values);
        }

        /** Which row it is. */
        String title() {
            return IntStream.range(0, values.length)
                    .filter(i -> table.key().contains(table.columns().get(i).name()))
                    .mapToObj(i -> table.columns().get(i).name() + "=" + shown(values[i]))
                    .collect(Collectors.joining(", ", "the row ", " of " + table.title()));
        }

        private static String shown(Object value) {
            return value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : String.valueOf(value);
        }

        private static Object plain(Table table, Column column, Object value) {
            Object plain = value instanceof Integer number ? Long.valueOf(number) : value;
            boolean fits = plain == null || switch (column.kind()) {
                case NUMBER -> plain instanceof Long;
                case REAL -> plain instanceof Double;
                case TEXT -> plain instanceof String;
                case BYTES -> plain instanceof byte[];
            };
            if (!fits) {
                throw new MoveFailed("the column " + column.name() + " of " + table.title() + " holds a value of another kind: "
                        + plain.getClass().getSimpleName());
            }
            return plain;
        }
    }
}
