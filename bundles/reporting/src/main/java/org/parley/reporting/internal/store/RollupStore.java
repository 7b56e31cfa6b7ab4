package org.parley.reporting.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.capture.api.Journal;
import org.parley.common.Fault;
import org.parley.fold.ProjectionStore;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migrations;

/** The rollups, the states behind them and how far each report has come: one transaction for each batch. */
public final class RollupStore implements ProjectionStore<RollupChanges>, AutoCloseable {

    private static final String MODULE = "";

    private final JsonMapper json = new JsonMapper();
    private final Database database;

    public RollupStore(Databases databases) {
        this.database = databases.open("reporting", Migrations.from(RollupStore.class, "V1__rollups.sql"));
    }

    @Override
    public long position() {
        return progress(MODULE).map(Progress::position).orElse(Journal.START);
    }

    @Override
    public Optional<Progress> progress(String name) {
        return database.read(h -> progress(h, name));
    }

    private static Optional<Progress> progress(Handle h, String name) {
        return h.createQuery("SELECT version, position FROM progress WHERE report = :report").bind("report", name)
                .map((row, context) -> new Progress(row.getInt(1), row.getLong(2))).findOne();
    }

    @Override
    public void reset(String name, int version) {
        database.execute(h -> {
            h.execute("DELETE FROM cell WHERE report = ?", name);
            h.execute("DELETE FROM state WHERE report = ?", name);
            store(h, name, new Progress(version, Journal.START));
        });
    }

    @Override
    public void commit(List<Advance<RollupChanges>> advances, OptionalLong position) {
        database.execute(h -> {
            for (Advance<RollupChanges> advance : advances) {
                store(h, advance.name(), advance.progress());
                advance.changes().ifPresent(changes -> {
                    Upserts.addCells(h.getConnection(), advance.name(), changes.cells());
                    Upserts.putStates(h.getConnection(), advance.name(), changes.states());
                });
            }
            position.ifPresent(end -> store(h, MODULE, new Progress(0, end)));
        });
    }

    private static void store(Handle h, String name, Progress progress) {
        h.execute("INSERT INTO progress (report, version, position) VALUES (?, ?, ?)"
                + " ON CONFLICT (report) DO UPDATE SET version = excluded.version, position = excluded.position", name,
                progress.version(), progress.position());
    }

    /** The stored states of these owners, without those who have none. */
    public Map<Owner, String> states(String report, Set<Owner> owners) {
        Map<String, List<String>> bySeller = owners.stream().collect(Collectors.groupingBy(Owner::seller,
                Collectors.mapping(Owner::customer, Collectors.toList())));
        Map<Owner, String> states = new HashMap<>();
        database.read(h -> {
            bySeller.forEach((seller, customers) -> h.createQuery("""
                    SELECT customer, state FROM state
                    WHERE report = :report AND seller = :seller AND customer IN (""" + membersOfArray() + ")")
                    .bind("report", report).bind("seller", seller).bind("customers", array(customers))
                    .map((row, context) -> states.put(new Owner(seller, row.getString(1)), row.getString(2)))
                    .list());
            return true;
        });
        return states;
    }

    private String membersOfArray() {
        return switch (database.engine()) {
            case SQLITE -> "SELECT value FROM json_each(:customers)";
            case POSTGRESQL -> "SELECT json_array_elements_text(CAST(:customers AS json))";
        };
    }

    private String array(List<String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new Fault("cannot write a list of customers", e);
        }
    }

    /** Reads one report's rollup for a seller from one consistent snapshot. */
    public <T> T read(String report, String seller, Function<Snapshot, T> work) {
        return database.read(h -> {
            long position = progress(h, report).map(Progress::position).orElse(Journal.START);
            try (SqlRollup rollup = new SqlRollup(h, report, seller)) {
                return work.apply(new Snapshot(rollup, rollup.firstDay(), position));
            }
        });
    }

    /**
     * A rollup as of one position in the journal.
     *
     * @param firstDay the first day with a cell; empty if there is none at all
     * @param position the last event that is counted in it
     */
    public record Snapshot(SqlRollup rollup, Optional<LocalDate> firstDay, long position) {}

    @Override
    public void close() {
        database.close();
    }
}
