package org.parley.cli.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.cli.rows.Row;

/** Where a text comes from: a column, a constant, or several of them joined. Blank columns give the empty text. */
interface Text {

    String of(Row row);

    /** Reads {@code name} (a column), {@code {column: name}}, {@code {constant: x}} or {@code {join: [...], with: "-"}}. */
    static Text read(Located spec, Names names) {
        if (spec.isText()) {
            return column(spec, names);
        }
        spec.only("column", "constant", "join", "with");
        if (spec.get("column").isPresent()) {
            return column(spec.only("column").need("column"), names);
        }
        if (spec.get("constant").isPresent()) {
            String constant = spec.only("constant").need("constant").text();
            return row -> constant;
        }
        return joined(spec.only("join", "with"), names);
    }

    private static Text column(Located name, Names names) {
        int column = names.column(name);
        return row -> row.value(column);
    }

    private static Text joined(Located spec, Names names) {
        String between = spec.get("with").map(Located::text).orElse("-");
        List<Text> parts = spec.need("join").list().stream().map(part -> read(part, names)).toList();
        return row -> parts.stream().map(part -> part.of(row)).collect(Collectors.joining(between));
    }
}
