package org.parley.cli.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.parley.cli.rows.FileFormat;

/** Reads the part of a mapping that says how the file is written. */
final class FormatReader {

    private static final Map<String, FileFormat.Kind> KINDS = Map.of("csv", FileFormat.Kind.CSV,
            "whitespace", FileFormat.Kind.WHITESPACE, "ndjson", FileFormat.Kind.NDJSON);

    private FormatReader() {}

    static FileFormat read(Located spec) {
        spec.only("kind", "separator", "quote", "header", "columns", "encoding");
        FileFormat.Kind kind = KINDS.get(spec.need("kind").textOf(KINDS.keySet()));
        List<String> columns = spec.get("columns").map(Located::list).orElse(List.of()).stream().map(Located::text).toList();
        boolean header = spec.flag("header", true);
        if (!header && columns.isEmpty() && kind != FileFormat.Kind.NDJSON) {
            throw spec.error("a file without a header needs 'columns', their names in order");
        }
        return new FileFormat(kind, character(spec, "separator", ','), character(spec, "quote", '"'), header, columns,
                encoding(spec));
    }

    private static char character(Located spec, String key, char otherwise) {
        return spec.get(key).map(found -> {
            String text = found.text().equals("tab") ? "\t" : found.text();
            if (text.length() != 1) {
                throw found.error("must be one character (or tab), not '" + text + "'");
            }
            return text.charAt(0);
        }).orElse(otherwise);
    }

    private static Charset encoding(Located spec) {
        return spec.get("encoding").map(found -> {
            try {
                return Charset.forName(found.text());
            } catch (IllegalArgumentException e) {
                throw found.error("'" + found.text() + "' is no encoding such as utf-8 or iso-8859-1");
            }
        }).orElse(StandardCharsets.UTF_8);
    }
}
