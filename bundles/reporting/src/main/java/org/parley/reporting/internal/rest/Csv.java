package org.parley.reporting.internal.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.api.Description.Column;
import org.parley.reporting.internal.ReportAnswer;

/** A report's table as RFC 4180 text: a header of column names, then the rows; what is not known is empty. */
final class Csv {

    private Csv() {}

    static String of(ReportAnswer answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(answer.description().columns().stream().map(Column::name).toList());
            for (List<@Nullable Object> row : answer.table().rows()) {
                csv.writeRecord(row.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
