package org.parley.reporting.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.parley.common.Fault;

/** The two statements that run for many rows in each batch: plain JDBC, since binding by JDBI costs more than the rows. */
final class Upserts {

    /** A sum that leaves the range of 64 bits stays at its end: one absurd amount must not stop all reports. */
    private static final String ADD_UP = """
            INSERT INTO cell (report, seller, day, parts, measure, amount) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (report, seller, day, parts, measure) DO UPDATE SET amount = CASE
                WHEN cell.amount > 0 AND excluded.amount > 9223372036854775807 - cell.amount THEN 9223372036854775807
                WHEN cell.amount < 0 AND excluded.amount < -9223372036854775807 - cell.amount THEN -9223372036854775807
                ELSE cell.amount + excluded.amount END""";
    private static final String PUT = """
            INSERT INTO state (report, seller, customer, state) VALUES (?, ?, ?, ?)
            ON CONFLICT (report, seller, customer) DO UPDATE SET state = excluded.state""";

    private Upserts() {}

    static void addCells(Connection connection, String report, Map<CellId, Long> cells) {
        try (PreparedStatement statement = connection.prepareStatement(ADD_UP)) {
            statement.setString(1, report);
            for (Map.Entry<CellId, Long> cell : cells.entrySet()) {
                statement.setString(2, cell.getKey().seller());
                statement.setLong(3, cell.getKey().day());
                statement.setString(4, cell.getKey().parts());
                statement.setString(5, cell.getKey().measure());
                statement.setLong(6, cell.getValue());
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new Fault("cannot add to the rollup of " + report, e);
        }
    }

    static void putStates(Connection connection, String report, Map<Owner, String> states) {
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, report);
            for (Map.Entry<Owner, String> state : states.entrySet()) {
                statement.setString(2, state.getKey().seller());
                statement.setString(3, state.getKey().customer());
                statement.setString(4, state.getValue());
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new Fault("cannot store the states of " + report, e);
        }
    }
}
