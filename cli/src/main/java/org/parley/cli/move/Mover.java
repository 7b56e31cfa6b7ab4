package org.parley.cli.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.cli.move.Module.Stamp;
import org.parley.store.postgresql.PostgresqlDatabases;

/** Moves modules into a database that has no schema of theirs yet; if anything fails, it has none afterwards. */
record Mover(PostgresqlTarget target, MoveProgress progress) {

    /** Returns the number of rows of each table, by its full name. */
    Map<String, Long> move(List<Module> modules) {
        Map<Module, Stamp> stamps = modules.stream().collect(Collectors.toMap(module -> module, Module::stamp));
        List<String> made = new ArrayList<>();
        try {
            for (Module module : modules) {
                requireUpToDate(module);
            }
            requireEmpty(modules);
            for (Module module : modules) {
                made.add(module.name());
                new PostgresqlDatabases(target.server()).open(module.name(), module.migrations()).close();
            }
            Map<String, Long> counts = copyAndVerify(modules);
            stamps.forEach(Mover::requireUnchanged);
            return counts;
        } catch (SQLException | RuntimeException e) {
            takeBack(made, e);
            throw e instanceof MoveFailed failed ? failed : new MoveFailed("the move failed", e);
        }
    }

    private Map<String, Long> copyAndVerify(List<Module> modules) throws SQLException {
        for (Module module : modules) {
            try (SqliteSource source = new SqliteSource(module); Connection connection = target.connect()) {
                connection.setAutoCommit(false);
                Copier copier = new Copier(source, connection, progress);
                for (Table table : tables(source, connection, module)) {
                    copy(copier, table);
                }
                connection.commit();
            }
        }
        progress.allCopied();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Module module : modules) {
            try (SqliteSource source = new SqliteSource(module); Connection connection = target.connect()) {
                connection.setAutoCommit(false);
                Verifier verifier = new Verifier(source, connection, progress);
                for (Table table : tables(source, connection, module)) {
                    counts.put(table.title(), verifier.verify(table));
                }
            }
        }
        return counts;
    }

    private static void copy(Copier copier, Table table) {
        try {
            copier.copy(table);
        } catch (SQLException e) {
            throw new MoveFailed("the rows of " + table.title() + " cannot be copied", e);
        }
    }

    /** The tables on both sides, which must be the same ones. */
    private static List<Table> tables(SqliteSource source, Connection connection, Module module) throws SQLException {
        List<Table> tables = PostgresqlTarget.tables(connection, module.name());
        Set<String> here = tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(source.tables());
        if (!here.equals(there)) {
            throw new MoveFailed("the module " + module.name() + " has the tables " + there + " on SQLite, but " + here + " on PostgreSQL");
        }
        for (Table table : tables) {
            Set<String> columns = table.columns().stream().map(Table.Column::name).collect(Collectors.toCollection(TreeSet::new));
            if (!columns.equals(source.columns(table))) {
                throw new MoveFailed("the table " + table.title() + " has other columns on SQLite than on PostgreSQL");
            }
        }
        return tables;
    }

    private static void requireUpToDate(Module module) throws SQLException {
        try (SqliteSource source = new SqliteSource(module)) {
            int version = source.version();
            if (version < module.version()) {
                throw new MoveFailed(module.file() + " is at version " + version + " and its module at " + module.version()
                        + ": start the server with this distribution once, stop it, and move then");
            }
            if (version > module.version()) {
                throw new MoveFailed(module.file() + " is at version " + version + ", but this distribution's module knows versions up to "
                        + module.version() + ": move with the newer distribution");
            }
        }
    }

    private void requireEmpty(List<Module> modules) throws SQLException {
        try (Connection connection = target.connect()) {
            for (Module module : modules) {
                if (PostgresqlTarget.hasSchema(connection, module.name())) {
                    throw new MoveFailed("the database " + target.server().url() + " has a schema " + module.name()
                            + " already, which is not touched: move into a new database, or drop what is there");
                }
            }
        }
    }

    private static void requireUnchanged(Module module, Stamp before) {
        if (!module.stamp().equals(before)) {
            throw new MoveFailed(module.file() + " was changed meanwhile: is a server running on it?");
        }
    }

    private void takeBack(List<String> made, Exception cause) {
        try (Connection connection = target.connect()) {
            for (String schema : made) {
                PostgresqlTarget.dropSchema(connection, schema);
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
