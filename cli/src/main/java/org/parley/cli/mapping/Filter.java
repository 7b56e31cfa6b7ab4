package org.parley.cli.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.cli.rows.Row;

/** Which rows a mapping is about. The others are passed over and are no rejects. */
public interface Filter {

    boolean admits(Row row);

    /** Reads one condition or a list of them, all of which must hold. */
    static Filter read(Located spec, Names names) {
        List<Located> conditions = spec.value() instanceof List ? spec.list() : List.of(spec);
        List<Filter> filters = conditions.stream().map(condition -> condition(condition, names)).toList();
        return row -> filters.stream().allMatch(filter -> filter.admits(row));
    }

    private static Filter condition(Located spec, Names names) {
        spec.only("column", "equals", "not", "in", "blank");
        if (spec.map().size() != 2) {
            throw spec.error("must have a column and one of equals, not, in, blank");
        }
        int column = names.column(spec.need("column"));
        if (spec.get("equals").isPresent()) {
            String value = spec.need("equals").text();
            return row -> row.value(column).equals(value);
        }
        if (spec.get("not").isPresent()) {
            String value = spec.need("not").text();
            return row -> !row.value(column).equals(value);
        }
        if (spec.get("in").isPresent()) {
            Set<String> values = spec.need("in").list().stream().map(Located::text).collect(Collectors.toSet());
            return row -> values.contains(row.value(column));
        }
        boolean blank = spec.flag("blank", true);
        return row -> row.value(column).isEmpty() == blank;
    }
}
