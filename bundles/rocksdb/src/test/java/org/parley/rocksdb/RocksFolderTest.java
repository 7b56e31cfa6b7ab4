package org.parley.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

@Timeout(60)
class RocksFolderTest {

    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2};

    @TempDir
    Path temp;

    private static Layout layout() {
        return new Layout(new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true))
                .family("default", new ColumnFamilyOptions()).family("other", new ColumnFamilyOptions());
    }

    private RocksFolder open(String name) {
        return RocksFolder.open("the test", temp.resolve(name), RocksFolderTest::layout);
    }

    private static Optional<byte[]> value(RocksFolder folder) {
        return folder.use(open -> Optional.ofNullable(open.db().get(open.family("other"), KEY)));
    }

    private static void put(RocksFolder folder) {
        folder.use(open -> {
            open.db().put(open.family("other"), KEY, VALUE);
            return KEY;
        });
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        try (RocksFolder folder = open("a")) {
            put(folder);
        }
        try (RocksFolder folder = open("a")) {
            assertThat(value(folder)).contains(VALUE);
        }
    }

    @Test
    void aClosedFolderIsUnavailableInsteadOfFatal() {
        RocksFolder folder = open("a");
        folder.close();
        folder.close();
        assertThatThrownBy(() -> value(folder)).isInstanceOfSatisfying(Fault.class,
                fault -> assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void closingWaitsForTheWorkUnderWay() throws Exception {
        RocksFolder folder = open("a");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(() -> folder.use(open -> {
            inside.countDown();
            await(goOn);
            open.db().put(open.family("other"), KEY, VALUE);
            return true;
        }));
        inside.await();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(folder::close);
        goOn.countDown();
        assertThat(work.get()).isTrue();
        closing.get();
        try (RocksFolder again = open("a")) {
            assertThat(value(again)).contains(VALUE);
        }
    }

    @Test
    void aFolderThatIsOpenCannotBeOpenedAgainAndTheFailureLeavesNothingLocked() {
        RocksFolder folder = open("a");
        assertThatThrownBy(() -> open("a")).isInstanceOf(Fault.class).hasMessageContaining("cannot open the test");
        folder.close();
        open("a").close();
    }

    @Test
    void aCheckpointIsACopyOfItsMoment() {
        try (RocksFolder folder = open("a")) {
            put(folder);
            folder.checkpoint(temp.resolve("b"));
            folder.use(open -> {
                open.db().delete(open.family("other"), KEY);
                return KEY;
            });
            assertThat(value(folder)).isEmpty();
        }
        try (RocksFolder copy = open("b")) {
            assertThat(value(copy)).contains(VALUE);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
