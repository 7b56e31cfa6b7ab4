package org.parley.pricing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.parley.common.Money;

/** Reads the columns of one row. */
record Columns(ResultSet row) {

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    Optional<Instant> maybeTime(String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    Optional<Money> maybeMoney(String column) throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Money.ofMinor(minor, text("currency")));
    }

    Optional<Double> maybeNumber(String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<String> maybeUuid(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Uuids::text);
    }

    String uuid(String column) throws SQLException {
        return Uuids.text(row.getBytes(column));
    }
}
