package org.parley.cli.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** CSV as in RFC 4180, with any separator and quote. */
final class CsvRows implements Rows {

    private final InputFile input;
    private final CloseableIterator<CsvRecord> records;
    private final FileFormat format;
    private final Columns columns;
    private long number;

    CsvRows(FileFormat format, InputFile input) {
        this.format = format;
        this.input = input;
        this.records = CsvReader.builder()
                .fieldSeparator(format.separator()).quoteCharacter(format.quote())
                .skipEmptyLines(true).extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false).detectBomHeader(false)
                .ofCsvRecord(input.reader()).iterator();
        this.columns = format.columnsFrom(format.header() ? record().map(CsvRows::withoutMark).orElse(List.of()) : List.of());
    }

    private static List<String> withoutMark(CsvRecord header) {
        return header.getFields().stream().map(name -> name.startsWith("\uFEFF") ? name.substring(1) : name).toList();
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Optional<Row> next() {
        return record().map(this::row);
    }

    private Row row(CsvRecord csv) {
        number++;
        List<String> fields = csv.getFields();
        return new Row(number, csv.getStartingLineNumber(), fields, Fields.problem(fields, columns.size()),
                () -> written(fields));
    }

    private Optional<CsvRecord> record() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw new UnreadableFile("the CSV cannot be read past " + number + " rows: " + reason(e), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFile("the file breaks off after " + number + " rows: " + reason(e), e);
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + cause.getMessage();
    }

    private String written(List<String> fields) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(format.separator()).quoteCharacter(format.quote()).build(text)) {
            csv.writeRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().stripTrailing();
    }

    @Override
    public double share() {
        return input.share();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UnreadableFile("the file cannot be closed: " + e.getMessage(), e);
        }
    }
}
