package org.parley.reporting.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.parley.common.Fault;
import org.parley.reporting.api.Rollup;

/**
 * A rollup in SQL. It is lent to a plugin on another thread and taken back by closing it: a plugin that is too late finds
 * it closed.
 */
public final class SqlRollup implements Rollup, AutoCloseable {

    private static final String WHERE = " FROM cell WHERE report = :report AND seller = :seller";
    private static final String SUMMED = "SELECT parts, measure, sum(amount)" + WHERE;
    private static final String GROUPED = " GROUP BY parts, measure ORDER BY parts, measure";

    private final Handle handle;
    private final String report;
    private final String seller;
    private volatile boolean closed;

    SqlRollup(Handle handle, String report, String seller) {
        this.handle = handle;
        this.report = report;
        this.seller = seller;
    }

    @Override
    public Stream<Cell> days(LocalDate from, LocalDate to) {
        return query("SELECT day, parts, measure, amount" + WHERE
                + " AND day >= :from AND day < :to ORDER BY day, parts, measure")
                .bind("from", from.toEpochDay()).bind("to", to.toEpochDay())
                .map((row, context) -> new Cell(LocalDate.ofEpochDay(row.getLong(1)), CellId.split(row.getString(2)),
                        row.getString(3), row.getLong(4)))
                .stream();
    }

    @Override
    public Stream<Total> totalsBefore(LocalDate to) {
        return totals(query(SUMMED + " AND day < :to" + GROUPED).bind("to", to.toEpochDay()));
    }

    @Override
    public Stream<Total> totals(LocalDate from, LocalDate to) {
        return totals(query(SUMMED + " AND day >= :from AND day < :to" + GROUPED)
                .bind("from", from.toEpochDay()).bind("to", to.toEpochDay()));
    }

    private static Stream<Total> totals(Query query) {
        return query.map((row, context) -> new Total(CellId.split(row.getString(1)), row.getString(2), row.getLong(3)))
                .stream();
    }

    Optional<LocalDate> firstDay() {
        return query("SELECT day" + WHERE + " ORDER BY day LIMIT 1").mapTo(Long.class).findOne()
                .map(LocalDate::ofEpochDay);
    }

    private Query query(String sql) {
        if (closed) {
            throw Fault.unavailable("the report took too long and must not read any further");
        }
        return handle.createQuery(sql).bind("report", report).bind("seller", seller);
    }

    @Override
    public void close() {
        closed = true;
    }
}
