package org.parley.cli.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds columns by name. Two are there in every file: {@code $row}, the number of the data row, and {@code $line}, the
 * line of the file. The columns of a CSV file are known from the start; those of JSON objects are taken down as a mapping
 * asks for them.
 */
public final class Columns {

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final boolean open;

    private Columns(boolean open) {
        this.open = open;
    }

    /** Columns that are all known; {@link #named} finds no others. */
    public static Columns of(List<String> names) {
        Columns columns = new Columns(false);
        for (String name : names) {
            columns.indexes.putIfAbsent(name.strip(), columns.indexes.size());
        }
        if (columns.indexes.size() < names.size()) {
            throw new UnreadableFile("two columns have the same name: " + String.join(", ", names));
        }
        return columns;
    }

    /** Columns that come to be when they are first asked for. */
    public static Columns open() {
        return new Columns(true);
    }

    /** The index of a column for {@link Row#value}; empty if the file has no such column. */
    public OptionalInt named(String name) {
        if (name.equals("$row")) {
            return OptionalInt.of(Row.NUMBER);
        }
        if (name.equals("$line")) {
            return OptionalInt.of(Row.LINE);
        }
        if (open) {
            indexes.putIfAbsent(name, indexes.size());
        }
        Integer index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The names in order. */
    public List<String> names() {
        return new ArrayList<>(indexes.keySet());
    }

    int size() {
        return indexes.size();
    }
}
