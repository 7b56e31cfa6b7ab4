package org.parley.reporting.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.fold.Guard;
import org.parley.fold.Outcome;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Query;
import org.parley.reporting.api.Table;
import org.parley.reporting.internal.Reports.Question;
import org.parley.reporting.internal.store.RollupStore.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a question to a report and checks both the question and the answer. */
record ReportReader(Guard guard, Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);

    static void check(Description description, Map<String, String> parameters) {
        List<String> known = description.parameters().stream().map(Description.Parameter::name).toList();
        List<InvalidInput.FieldError> unknown = parameters.keySet().stream().filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new InvalidInput.FieldError(name, ErrorCode.MALFORMED_PARAMETER, "there is no parameter '"
                        + name + "'"))
                .toList();
        if (!unknown.isEmpty()) {
            String all = Stream.concat(Stream.of("from", "to"), known.stream()).collect(Collectors.joining(", "));
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "'" + unknown.get(0).field() + "' is no parameter of "
                    + description.id() + "; it takes " + all, unknown);
        }
    }

    Table read(InstalledReport<?> installed, Question question, Snapshot snapshot) {
        LocalDate from = question.from().orElseGet(() -> snapshot.firstDay()
                .filter(day -> day.isBefore(question.to())).orElse(question.to().minusDays(1)));
        if (!from.isBefore(question.to())) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, "to", "'to' must be after 'from', which is " + from);
        }
        Query query = new Query(from, question.to(), question.parameters());
        Outcome<Table> outcome = guard.call(limit, () -> installed.report().read(query, snapshot.rollup()));
        if (outcome instanceof Outcome.Done<Table> done && fits(installed.description(), done.value())) {
            return done.value();
        }
        if (outcome instanceof Outcome.Thrown<Table> thrown && thrown.cause() instanceof InvalidInput refused) {
            throw refused;
        }
        LOG.warn("the report {} failed to answer {}: {}", installed.description().id(), query, outcome);
        throw Fault.unavailable("the report '" + installed.description().id()
                + "' failed to answer; the server's log says why");
    }

    private static boolean fits(Description description, Table table) {
        int columns = description.columns().size();
        return table.rows().stream().allMatch(row -> row.size() == columns);
    }

    /** The table with a first note that says what its figures lack. */
    static Table withObstacle(Table table, Optional<String> obstacle) {
        if (obstacle.isEmpty()) {
            return table;
        }
        List<String> notes = new ArrayList<>();
        notes.add("These figures are not complete: " + obstacle.get() + ".");
        notes.addAll(table.notes());
        return new Table(table.rows(), notes);
    }
}
