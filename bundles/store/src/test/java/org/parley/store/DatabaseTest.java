package org.parley.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.parley.common.Fault;
import org.parley.store.testing.OnEachEngine;
import org.parley.store.testing.TestDatabases;

@Timeout(60)
@OnEachEngine
class DatabaseTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabases.in(folder, engine).open("shop", Migrations.from(DatabaseTest.class, "V1__shop.sql"));
    }

    @AfterEach
    void close() {
        database.close();
        threads.shutdownNow();
    }

    @Test
    void keepsWhatWasWrittenAcrossClosing() {
        int inserted = database.write(h -> h.execute("INSERT INTO good VALUES ('a', 1)"));
        database.close();
        open();

        assertThat(inserted).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aWriteThatThrowsLeavesNoTrace() {
        RuntimeException mistake = new IllegalArgumentException("a mistake");

        assertThatThrownBy(() -> database.execute(h -> {
            h.execute("INSERT INTO good VALUES ('a', 1)");
            throw mistake;
        })).isSameAs(mistake);
        assertThat(count()).isZero();
    }

    @Test
    void anErrorInAWriteLeavesNoTraceEither() {
        assertThatThrownBy(() -> database.execute(h -> {
            h.execute("INSERT INTO good VALUES ('a', 1)");
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);
        database.execute(h -> h.execute("INSERT INTO good VALUES ('b', 1)"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsForeignKeys() {
        assertThatThrownBy(() -> database.execute(h -> h.execute("INSERT INTO sale VALUES ('absent')")))
                .rootCause().message().containsIgnoringCase("foreign key");
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> database.<Integer>read(h -> h.execute("INSERT INTO good VALUES ('a', 1)")))
                .isInstanceOf(JdbiException.class);
        assertThat(count()).isZero();
    }

    @Test
    void aReadSeesOneSnapshotWhileOthersWrite() {
        List<Integer> seen = database.read(h -> {
            int before = count(h);
            CompletableFuture.runAsync(() -> add("a"), threads).join();
            return List.of(before, count(h));
        });

        assertThat(seen).containsExactly(0, 0);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void manyReadersGoOnDuringAWrite() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> write = threads.submit(() -> database.execute(h -> {
            h.execute("INSERT INTO good VALUES ('a', 1)");
            written.countDown();
            await(goOn);
        }));
        await(written);

        List<Future<Integer>> reads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            reads.add(threads.submit(() -> count()));
        }
        for (Future<Integer> read : reads) {
            assertThat(read.get(10, SECONDS)).isZero();
        }
        goOn.countDown();
        write.get(10, SECONDS);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void writersQueueAndNoneIsLost() throws Exception {
        List<Future<?>> writes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "good-" + i;
            writes.add(threads.submit(() -> add(id)));
        }
        for (Future<?> write : writes) {
            write.get(30, SECONDS);
        }
        assertThat(count()).isEqualTo(40);
    }

    @Test
    void aWriteInsideAWriteJoinsItsTransaction() {
        assertThatThrownBy(() -> database.execute(outer -> {
            add("a");
            assertThat(count(outer)).isEqualTo(1);
            assertThat(count()).isZero();
            throw new IllegalArgumentException("a mistake");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isZero();
    }

    @Test
    void closingWaitsForTheWriteInProgress() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> write = threads.submit(() -> database.execute(h -> {
            h.execute("INSERT INTO good VALUES ('a', 1)");
            started.countDown();
            await(goOn);
        }));
        await(started);
        Future<?> closing = threads.submit(() -> database.close());
        threads.submit(goOn::countDown);
        write.get(10, SECONDS);
        closing.get(10, SECONDS);

        assertThatThrownBy(this::count).isInstanceOf(Fault.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> add("b")).isInstanceOf(Fault.class).hasMessageContaining("closed");
        open();
        assertThat(count()).isEqualTo(1);
    }

    private void add(String id) {
        database.execute(h -> h.execute("INSERT INTO good VALUES (?, 1)", id));
    }

    private int count() {
        return database.read(DatabaseTest::count);
    }

    private static int count(Handle handle) {
        return handle.select("SELECT count(*) FROM good").mapTo(Integer.class).one();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
