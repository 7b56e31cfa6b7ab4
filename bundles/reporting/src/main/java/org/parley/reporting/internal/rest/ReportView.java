package org.parley.reporting.internal.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.api.Description.Column;
import org.parley.reporting.internal.ReportAnswer;

/** A report's answer as it stands in JSON: money as a decimal text, so that no reader rounds it. */
public record ReportView(String id, String title, List<Column> columns, List<List<@Nullable Object>> rows,
        List<String> notes, ReportAnswer.AsOf asOf) {

    static ReportView of(ReportAnswer answer) {
        return new ReportView(answer.description().id(), answer.description().title(), answer.description().columns(),
                answer.table().rows().stream().map(ReportView::cells).toList(), answer.table().notes(), answer.asOf());
    }

    private static List<@Nullable Object> cells(List<@Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>(row.size());
        row.forEach(cell -> cells.add(cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell));
        return cells;
    }
}
