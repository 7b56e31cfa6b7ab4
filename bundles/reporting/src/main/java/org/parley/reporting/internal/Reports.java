package org.parley.reporting.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.common.SellerId;
import org.parley.reporting.api.Description;

/** Answers reports. */
public interface Reports {

    /** What is installed, by id. */
    List<Description> list();

    /**
     * Asks a report.
     *
     * @throws org.parley.common.StateConflict if there is none of this id
     * @throws org.parley.common.InvalidInput  if the question is not allowed
     * @throws org.parley.common.Fault         if the report fails to answer
     */
    ReportAnswer ask(SellerId seller, String id, Question question);

    /**
     * What is asked.
     *
     * @param from       the first day; if empty, the first with data
     * @param to         the day after the last
     * @param parameters all others that were given
     */
    record Question(Optional<LocalDate> from, LocalDate to, Map<String, String> parameters) {}
}
