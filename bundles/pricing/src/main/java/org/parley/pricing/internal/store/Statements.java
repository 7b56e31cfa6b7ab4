package org.parley.pricing.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.common.Fault;
import org.parley.common.Money;

/** Many rows with one prepared statement: plain JDBC, since an import writes five rows for each payment. */
final class Statements {

    /** Sets the parameters of one row. */
    @FunctionalInterface
    interface Row<T> {
        void set(Parameters parameters, T item) throws SQLException;
    }

    private Statements() {}

    /** Runs the statement for each item; how many rows each of them changed. */
    static <T> int[] each(Connection connection, String sql, List<T> items, Row<T> row) {
        if (items.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(statement);
            for (T item : items) {
                row.set(parameters.next(), item);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new Fault("cannot write to the pricing database: " + e.getMessage(), e);
        }
    }

    /** Sets parameters from left to right. */
    static final class Parameters {

        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        private Parameters next() {
            index = 0;
            return this;
        }

        Parameters text(String value) throws SQLException {
            statement.setString(++index, value);
            return this;
        }

        Parameters maybeText(Optional<String> value) throws SQLException {
            statement.setString(++index, value.orElse(null));
            return this;
        }

        Parameters number(long value) throws SQLException {
            statement.setLong(++index, value);
            return this;
        }

        Parameters maybeReal(Optional<Double> value) throws SQLException {
            if (value.isPresent()) {
                statement.setDouble(++index, value.get());
            } else {
                statement.setNull(++index, Types.REAL);
            }
            return this;
        }

        Parameters time(Instant value) throws SQLException {
            return number(value.toEpochMilli());
        }

        Parameters maybeTime(Optional<Instant> value) throws SQLException {
            return maybeNumber(value.map(Instant::toEpochMilli));
        }

        Parameters maybeMinor(Optional<Money> value) throws SQLException {
            return maybeNumber(value.map(Money::minor));
        }

        Parameters maybeNumber(Optional<Long> value) throws SQLException {
            if (value.isPresent()) {
                return number(value.get());
            }
            statement.setNull(++index, Types.INTEGER);
            return this;
        }

        Parameters bytes(byte[] value) throws SQLException {
            statement.setBytes(++index, value);
            return this;
        }

        Parameters uuid(String value) throws SQLException {
            return bytes(Uuids.bytes(value));
        }

        Parameters maybeUuid(Optional<String> value) throws SQLException {
            if (value.isPresent()) {
                return uuid(value.get());
            }
            statement.setNull(++index, Types.BINARY);
            return this;
        }
    }
}
