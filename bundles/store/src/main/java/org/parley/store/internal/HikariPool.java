package org.parley.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections over a network, which are checked before they are lent and replaced when they are lost. */
final class HikariPool implements Pool {

    private final HikariDataSource source;

    HikariPool(HikariConfig config) {
        this.source = new HikariDataSource(config);
    }

    @Override
    public Connection take() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void forget() {
        source.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        source.close();
    }
}
