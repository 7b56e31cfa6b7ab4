package org.parley.cli.rows;

import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.ArrayList;

/** Values between any amount of white space. */
final class WhitespaceRows implements Rows {

    private final LineReader lines;
    private final Columns columns;
    private long number;

    WhitespaceRows(FileFormat format, InputFile input) {
        this.lines = new LineReader(input);
        this.columns = format.columnsFrom(format.header() ? lines.next().map(WhitespaceRows::split).orElse(List.of()) : List.of());
    }

    private static List<String> split(String line) {
        StringTokenizer words = new StringTokenizer(line);
        List<String> values = new ArrayList<>(words.countTokens());
        while (words.hasMoreTokens()) {
            values.add(words.nextToken());
        }
        return values;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() {
        return lines.next().map(this::row);
    }

    private Row row(String line) {
        number++;
        List<String> values = split(line);
        return new Row(number, lines.number(), values, Fields.problem(values, columns.size()), () -> line);
    }

    @Override
    public double share() {
        return lines.share();
    }

    @Override
    public void close() {
        lines.close();
    }
}
