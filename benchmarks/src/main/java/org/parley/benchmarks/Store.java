package org.parley.benchmarks;

import org.parley.postgresql.testing.TestPostgresql;
import org.parley.store.Database;
import org.parley.store.Databases;
import org.parley.store.Migration;
import org.parley.store.postgresql.PostgresqlDatabases;
import org.parley.store.postgresql.PostgresqlServer;
import org.parley.store.sqlite.SqliteDatabases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Measures durable transactions a second in the relational store, each inserting one row of some 100 bytes, with 1 and 16
 * threads that write again as soon as their write returned: as it is, where writes that queue share a commit, and with
 * one commit for each, which is the same behind a fair lock that lets none queue. On SQLite and on a PostgreSQL on this
 * machine, both with all syncs, in one run, alternating; the median of several windows.
 *
 * <p>It does not measure the server: no HTTP, no module's statements. PostgreSQL is not behind a network, and shares cores
 * and disk with the threads. What a sync costs is this disk's: a disk that only pretends makes sharing worth less, a
 * slow one more. Only ratios can be compared between machines.
 */
public final class Store {

    private static final int WINDOWS = 3;
    private static final double SECONDS = 2;
    private static final String PAYLOAD = "x".repeat(80);
    private static final List<Migration> TABLES =
            List.of(Migration.alike(1, "tables", "CREATE TABLE entry (id BIGINT PRIMARY KEY, data TEXT NOT NULL);"));

    private final AtomicLong ids = new AtomicLong();

    private Store() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        Run run = new Run("store");
        try (TestPostgresql server = TestPostgresql.start(Map.of("synchronous_commit", "on"))) {
            new Store().measure(run, "SQLite", new SqliteDatabases(run.folder("sqlite")));
            new Store().measure(run, "PostgreSQL",
                    new PostgresqlDatabases(new PostgresqlServer(server.newDatabase(), TestPostgresql.USER, "")));
        }
    }

    private void measure(Run run, String engine, Databases databases) throws InterruptedException {
        try (Database database = databases.open("bench", TABLES)) {
            ReentrantLock alone = new ReentrantLock(true);
            Runnable shared = () -> insert(database);
            Runnable single = () -> {
                alone.lock();
                try {
                    insert(database);
                } finally {
                    alone.unlock();
                }
            };
            rate(16, shared);
            double one = 0;
            for (int threads : List.of(1, 16)) {
                List<Double> sharing = new ArrayList<>();
                List<Double> each = new ArrayList<>();
                for (int window = 0; window < WINDOWS; window++) {
                    each.add(rate(threads, single));
                    sharing.add(rate(threads, shared));
                }
                one = threads == 1 ? median(each) : one;
                run.say("%s, %d threads: %.0f transactions/s with shared commits, %.0f with one each; ratio %.1f"
                        + " (%.1f of one thread with one each)",
                        engine, threads, median(sharing), median(each), median(sharing) / median(each), median(sharing) / one);
            }
        }
    }

    private void insert(Database database) {
        long id = ids.incrementAndGet();
        database.execute(handle -> handle.execute("INSERT INTO entry (id, data) VALUES (?, ?)", id, PAYLOAD));
    }

    private static double rate(int threads, Runnable write) throws InterruptedException {
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicLong done = new AtomicLong();
        List<Thread> writers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread writer = new Thread(() -> {
                while (goOn.get()) {
                    write.run();
                    done.incrementAndGet();
                }
            });
            writers.add(writer);
            writer.start();
        }
        Thread.sleep((long) (SECONDS * 1000));
        goOn.set(false);
        for (Thread writer : writers) {
            writer.join();
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
