package org.parley.reporting.internal.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.parley.reporting.api.Description.Parameter;
import org.parley.reporting.api.Query;

/** How days are put together. */
enum Period {
    DAY,
    WEEK,
    MONTH;

    static final Parameter PARAMETER = new Parameter("granularity", "day, week (from Monday) or month; day if not given");

    static Period of(Query query) {
        return switch (Parameters.oneOf(query, PARAMETER.name(), List.of("day", "week", "month"))) {
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> DAY;
        };
    }

    /** The first day of the period that this day is in. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
