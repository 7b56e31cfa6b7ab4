package org.parley.cli.rows;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * How a file is written. A name that ends in {@code .gz} is unpacked while it is read.
 *
 * @param kind      what rows look like
 * @param separator between the values of a CSV row
 * @param quote     around CSV values that hold separators, quotes or line breaks
 * @param header    whether the first row names the columns
 * @param columns   the columns' names; empty if the header tells them
 * @param encoding  of the text
 */
public record FileFormat(Kind kind, char separator, char quote, boolean header, List<String> columns,
        Charset encoding) {

    /** What rows look like. */
    public enum Kind {
        /** RFC 4180, with any separator and quote. */
        CSV,
        /** Values between any amount of white space; blank values cannot be told. */
        WHITESPACE,
        /** A JSON object on each line. */
        NDJSON
    }

    public FileFormat {
        columns = List.copyOf(columns);
    }

    /** Opens the file and reads its header, if it has one. */
    public Rows open(Path file) {
        InputFile input = InputFile.open(file, encoding);
        return switch (kind) {
            case CSV -> new CsvRows(this, input);
            case WHITESPACE -> new WhitespaceRows(this, input);
            case NDJSON -> new NdjsonRows(input);
        };
    }

    /** The columns of a file whose first row, if any, is this one. */
    Columns columnsFrom(List<String> first) {
        if (!columns.isEmpty()) {
            return Columns.of(columns);
        }
        if (first.isEmpty()) {
            throw new UnreadableFile("the file is empty: not even a header that names its columns");
        }
        return Columns.of(first);
    }
}
