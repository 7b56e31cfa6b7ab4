package org.parley.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/** Writes that queue share a commit, and nobody notices but the disk. */
@Timeout(60)
@OnEachEngine
class GroupCommitTest {

    private static final Migration TABLES = Migration.alike(1, "tables", """
            CREATE TABLE entry (place INTEGER NOT NULL, name TEXT NOT NULL UNIQUE);
            CREATE TABLE parent (id INTEGER PRIMARY KEY);
            CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
            """);

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Database database;
    private final List<Queued> queue = new ArrayList<>();
    private final CountDownLatch doorOpens = new CountDownLatch(1);

    @BeforeEach
    void open() {
        database = TestDatabases.in(folder, engine).open("shop", List.of(TABLES));
    }

    @AfterEach
    void close() {
        doorOpens.countDown();
        database.close();
    }

    /** A write of a thread of its own, of which it is known that it waits. */
    private record Queued(FutureTask<?> task, Thread thread) {

        Throwable failure() {
            return catchThrowable(() -> task.get(30, SECONDS)).getCause();
        }

        void succeeds() throws Exception {
            task.get(30, SECONDS);
        }
    }

    /** A write that holds the writer until the door opens, for too long to be the first of a group. */
    private void holdTheDoor() throws InterruptedException {
        long began = System.nanoTime();
        CountDownLatch entered = new CountDownLatch(1);
        FutureTask<?> task = new FutureTask<>(() -> write(h -> {
            add(h, "door");
            entered.countDown();
            await(doorOpens);
            while (System.nanoTime() - began < 100_000_000) {
                Thread.onSpinWait();
            }
        }));
        Thread thread = new Thread(task);
        thread.start();
        queue.add(new Queued(task, thread));
        assertThat(entered.await(20, SECONDS)).isTrue();
    }

    private Queued enqueue(Callable<?> write) {
        FutureTask<?> task = new FutureTask<>(write);
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        Queued queued = new Queued(task, thread);
        queue.add(queued);
        return queued;
    }

    private interface Work {
        void on(Handle handle);
    }

    private Object write(Work work) {
        database.execute(work::on);
        return "done";
    }

    private static void add(Handle handle, String name) {
        handle.execute("INSERT INTO entry SELECT count(*), ? FROM entry", name);
    }

    private List<String> names() {
        return database.read(h -> h.select("SELECT name FROM entry ORDER BY place").mapTo(String.class).list());
    }

    @Test
    void thoseThatQueueShareOneCommitInTheOrderOfAsking() throws Exception {
        Commits commits = new Commits();
        database.execute(commits::watch);
        int before = commits.count();
        holdTheDoor();
        for (int i = 0; i < 20; i++) {
            String name = "n" + i;
            enqueue(() -> write(h -> {
                add(h, name);
                commits.seen(h);
            }));
        }
        assertThat(names()).isEmpty();
        doorOpens.countDown();
        for (Queued queued : queue) {
            queued.succeeds();
        }
        assertThat(names()).containsExactlyElementsOf(
                IntStream.range(-1, 20).mapToObj(i -> i < 0 ? "door" : "n" + i).toList());
        assertThat(commits.count() - before).as("commits of 21 writes").isBetween(1, 7);
    }

    @Test
    void aFailureUndoesItsOwnWorkOnly() throws Exception {
        IllegalStateException mistake = new IllegalStateException("a mistake");
        holdTheDoor();
        Queued thrown = enqueue(() -> write(h -> {
            add(h, "thrown");
            throw mistake;
        }));
        Queued good = enqueue(() -> write(h -> add(h, "good")));
        Queued wrong = enqueue(() -> write(h -> {
            add(h, "wrong");
            add(h, "good");
        }));
        Queued error = enqueue(() -> write(h -> {
            add(h, "error");
            throw new StackOverflowError();
        }));
        Queued last = enqueue(() -> write(h -> add(h, "last")));
        doorOpens.countDown();

        assertThat(thrown.failure()).isSameAs(mistake);
        assertThat(wrong.failure()).isInstanceOf(JdbiException.class);
        assertThat(error.failure()).isInstanceOf(StackOverflowError.class);
        good.succeeds();
        last.succeeds();
        assertThat(names()).containsExactly("door", "good", "last");
    }

    @Test
    void theFirstOfAGroupMayFailToo() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        Thread first = new Thread(() -> catchThrowable(() -> write(h -> {
            add(h, "first");
            entered.countDown();
            await(doorOpens);
            throw new IllegalStateException("a mistake");
        })));
        first.start();
        await(entered);
        Queued second = enqueue(() -> write(h -> add(h, "second")));
        Queued third = enqueue(() -> write(h -> add(h, "third")));
        doorOpens.countDown();
        second.succeeds();
        third.succeeds();
        first.join();
        assertThat(names()).containsExactly("second", "third");
    }

    @Test
    void whoFailsForWhatHeSawFindsItCommitted() throws Exception {
        holdTheDoor();
        Queued taken = enqueue(() -> {
            assertThatThrownBy(() -> write(h -> add(h, "door"))).isInstanceOf(JdbiException.class);
            return assertThat(names()).contains("door");
        });
        enqueue(() -> write(h -> add(h, "after")));
        doorOpens.countDown();
        taken.succeeds();
    }

    @Test
    void aStatementThatFailedAndWasIgnoredHarmsNobodyElse() throws Exception {
        holdTheDoor();
        Queued careless = enqueue(() -> write(h -> catchThrowable(() -> add(h, "door"))));
        Queued good = enqueue(() -> write(h -> add(h, "good")));
        doorOpens.countDown();
        good.succeeds();
        assertThat(names()).containsExactly("door", "good");
        if (engine == Engine.POSTGRESQL) {
            assertThat(careless.failure()).isInstanceOf(JdbiException.class).hasMessageContaining("went on regardless");
        }
    }

    @Test
    void aCommitThatFailsFailsAllOfItsGroupAndNobodyElse() throws Exception {
        holdTheDoor();
        Queued good = enqueue(() -> write(h -> add(h, "good")));
        Queued orphan = enqueue(() -> write(h -> h.execute("INSERT INTO child VALUES (7)")));
        doorOpens.countDown();

        queue.get(0).succeeds();
        for (Queued member : List.of(good, orphan)) {
            assertThat(member.failure()).isInstanceOf(JdbiException.class).hasMessageContaining("could not be committed");
        }
        assertThat(names()).containsExactly("door");
        write(h -> add(h, "later"));
        assertThat(names()).containsExactly("door", "later");
    }

    @Test
    void anInterruptedWriterIsToldWhatBecameOfHisWork() throws Exception {
        holdTheDoor();
        Queued interrupted = enqueue(() -> {
            write(h -> add(h, "interrupted"));
            return assertThat(Thread.interrupted()).isTrue();
        });
        enqueue(() -> write(h -> add(h, "after")));
        interrupted.thread().interrupt();
        doorOpens.countDown();
        interrupted.succeeds();
        assertThat(names()).containsExactly("door", "interrupted", "after");
    }

    @Test
    void closingCommitsThoseBeforeAndRefusesThoseAfter() throws Exception {
        holdTheDoor();
        Queued before = enqueue(() -> write(h -> add(h, "before")));
        Queued closing = enqueue(() -> {
            database.close();
            return "closed";
        });
        // Reads are closed first, so that the closing thread may wait there before it queues behind the writes.
        doorOpens.countDown();
        before.succeeds();
        closing.succeeds();
        assertThatThrownBy(() -> write(h -> add(h, "after"))).isInstanceOf(Fault.class).hasMessageContaining("closed");
        open();
        assertThat(names()).containsExactly("door", "before");
    }

    @Test
    void aWriteInsideAWriteJoinsAlsoInAGroup() throws Exception {
        holdTheDoor();
        Queued nested = enqueue(() -> write(h -> {
            add(h, "outer");
            write(inner -> add(inner, "inner"));
            throw new IllegalStateException("a mistake");
        }));
        Queued good = enqueue(() -> write(h -> write(inner -> add(inner, "good"))));
        doorOpens.countDown();
        assertThat(nested.failure()).hasMessage("a mistake");
        good.succeeds();
        assertThat(names()).containsExactly("door", "good");
    }

    @Test
    void sixteenThreadsLoseNothingAndSeeTheirOwnWrites() throws Exception {
        database.execute(h -> h.execute("INSERT INTO parent VALUES (0)"));
        List<FutureTask<?>> tasks = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        for (int t = 0; t < 16; t++) {
            String prefix = "t" + t + "-";
            tasks.add(new FutureTask<>(() -> countUp(prefix, failed)));
        }
        tasks.forEach(task -> new Thread(task).start());
        for (FutureTask<?> task : tasks) {
            task.get(50, SECONDS);
        }
        assertThat(database.<Integer>read(h -> h.select("SELECT id FROM parent").mapTo(Integer.class).one())).isEqualTo(16 * 40);
        assertThat(failed).hasValue(16 * 10);
        assertThat(names()).hasSize(16 * 40).doesNotHaveDuplicates();
    }

    private Object countUp(String prefix, AtomicInteger failed) {
        for (int i = 0; i < 50; i++) {
            String name = prefix + i;
            if (i % 5 == 4) {
                assertThatThrownBy(() -> write(h -> {
                    h.execute("UPDATE parent SET id = id + 1");
                    add(h, name);
                    throw new IllegalStateException("a mistake");
                })).hasMessage("a mistake");
                failed.incrementAndGet();
            } else {
                write(h -> {
                    int value = h.select("SELECT id FROM parent").mapTo(Integer.class).one();
                    h.execute("UPDATE parent SET id = ?", value + 1);
                    add(h, name);
                });
                assertThat(names()).contains(name);
            }
        }
        return "done";
    }

    /** How many transactions really ended: SQLite tells, PostgreSQL gives each one a number. */
    private final class Commits {

        private final AtomicInteger sqlite = new AtomicInteger();
        private final List<String> postgresql = new ArrayList<>();

        void watch(Handle handle) {
            if (engine == Engine.SQLITE) {
                ((SQLiteConnection) handle.getConnection()).addCommitListener(new SQLiteCommitListener() {
                    @Override
                    public void onCommit() {
                        sqlite.incrementAndGet();
                    }

                    @Override
                    public void onRollback() {
                        // Only commits are counted.
                    }
                });
            }
        }

        void seen(Handle handle) {
            if (engine == Engine.POSTGRESQL) {
                postgresql.add(handle.select("SELECT pg_current_xact_id()::text").mapTo(String.class).one());
            }
        }

        int count() {
            return engine == Engine.SQLITE ? sqlite.get() : (int) postgresql.stream().distinct().count();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
