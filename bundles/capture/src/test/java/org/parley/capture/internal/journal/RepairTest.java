package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Journal;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.Events;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.rules.Rule;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Damages each family of keys in several ways, and repairs it from the events. */
@Timeout(60)
class RepairTest {

    private static final TimelineQuery ANN = new TimelineQuery(Events.SELLER, Optional.of(new CustomerId("ann")),
            Optional.empty(), Optional.empty(), Optional.empty(), 1000, Optional.empty());

    @TempDir
    Path temp;
    private Capture capture;
    private List<RecordedEvent> before;

    @BeforeEach
    void fill() {
        open();
        for (int i = 0; i < 20; i++) {
            journal().append(Events.usages("batch" + i + "-", 10));
        }
        before = journal().read(Journal.START, 1000);
        assertThat(timeline()).hasSize(200);
    }

    private void open() {
        capture = new Capture(temp.resolve("journal"), (seller, type) -> Rule.FREE_DATA, Limits.DEFAULT, InstantSource.system());
    }

    @AfterEach
    void close() {
        capture.close();
    }

    private RocksJournal journal() {
        return capture.journal();
    }

    private List<Long> timeline() {
        return capture.history().page(ANN).items().stream().map(StoredEvent::position).toList();
    }

    private interface Damage {
        void to(JournalFiles open, WriteBatch batch) throws RocksDBException;
    }

    private void damage(Damage damage) {
        journal().files().use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions options = new WriteOptions()) {
                damage.to(open, batch);
                open.db().write(options, batch);
                return true;
            }
        });
    }

    private static void drop(JournalFiles open, ColumnFamilyHandle family) throws RocksDBException {
        open.db().deleteRange(family, new byte[0], new byte[] {(byte) 0xff, (byte) 0xff});
    }

    private byte[] key(String id) {
        return new EventEncoder().key("acme", Events.SOURCE, id).bytes();
    }

    private List<String> faults() {
        return journal().verify(List.of(), Progress.NONE).faults();
    }

    private Repair.Result repair(boolean settingAside) throws InterruptedException {
        assertThat(faults()).isNotEmpty();
        Repair.Result result = journal().repairIds(settingAside, Progress.NONE);
        capture.timeline().rebuild(journal().head());
        capture.timeline().awaitComplete(Progress.NONE);
        return result;
    }

    private void assertAllIsAsBefore() {
        assertThat(faults()).isEmpty();
        assertThat(journal().read(Journal.START, 1000)).isEqualTo(before);
        assertThat(timeline()).hasSize(200);
        for (int i = 0; i < 20; i++) {
            assertThat(journal().append(Events.usages("batch" + i + "-", 10))).extracting(Appended::outcome)
                    .containsOnly(Appended.Outcome.DUPLICATE);
        }
        assertThat(journal().append(List.of(Events.usage("new")))).extracting(Appended::outcome)
                .containsExactly(Appended.Outcome.ACCEPTED);
        assertThat(timeline()).hasSize(201);
    }

    @Test
    void missingStrayAndMisleadingIdKeysAreMadeGood() throws InterruptedException {
        damage((open, batch) -> {
            batch.delete(open.ids(), key("batch3-4"));
            batch.put(open.ids(), key("batch5-6"), new IdIndex.Entry(7, 1).bytes());
            batch.put(open.ids(), key("never"), new IdIndex.Entry(7000, 1).bytes());
            batch.put(open.ids(), key("batch6-6"), new byte[] {1});
        });
        repair(false);
        assertAllIsAsBefore();
    }

    @Test
    void missingAndStrayTimelineKeysAreMadeGood() throws InterruptedException {
        damage((open, batch) -> {
            byte[] key = TimelineKeys.entry(Events.SELLER, new CustomerId("ann"), Events.TIME, 17, "t").key();
            byte[] stray = TimelineKeys.entry(Events.SELLER, new CustomerId("bob"), Events.TIME, 18, "t").key();
            batch.delete(open.timeline(), key);
            batch.put(open.timeline(), stray, new byte[] {'t'});
        });
        repair(false);
        assertAllIsAsBefore();
    }

    @Test
    void familiesThatAreGoneAreMadeAnewAndUntilThenNothingIsTaken() throws InterruptedException {
        journal().files().use(open -> {
            drop(open, open.ids());
            drop(open, open.timeline());
            return true;
        });
        close();
        open();
        assertThatThrownBy(() -> journal().append(List.of(Events.usage("batch3-4"))))
                .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                .hasMessageContaining("parley:journal-repair");
        repair(false);
        assertAllIsAsBefore();
    }

    @Test
    void aRepairThatWasCutShortGoesOnAndUntilThenNothingIsTaken() throws InterruptedException {
        Progress cut = (what, done, of) -> {
            if (what.startsWith("id keys made") && done > 100) {
                throw new IllegalStateException("cut");
            }
        };
        assertThatThrownBy(() -> journal().repairIds(false, cut)).hasMessage("cut");
        close();
        open();
        assertThatThrownBy(() -> journal().append(List.of(Events.usage("batch3-4")))).isInstanceOf(Fault.class);
        List<Long> seen = new ArrayList<>();
        journal().repairIds(false, (what, done, of) -> {
            if (what.startsWith("id keys made")) {
                seen.add(done);
            }
        });
        assertThat(seen.get(0)).isGreaterThan(100);
        assertAllIsAsBefore();
    }

    @Test
    void aTimelineThatIsBeingMadeSaysSo() throws InterruptedException {
        capture.timeline().rebuild(Long.MAX_VALUE);
        assertThatThrownBy(this::timeline).isInstanceOf(Fault.class).hasMessageContaining("made anew");
        capture.timeline().rebuild(journal().head());
        capture.timeline().awaitComplete(Progress.NONE);
        assertAllIsAsBefore();
    }

    @Test
    void damagedAndMissingChunksAreToldAndStayUntilTheyAreSetAside() throws Exception {
        byte[] bad = damageTwoChunks();
        assertThat(faults()).hasSize(2);
        Repair.Result told = journal().repairIds(false, Progress.NONE);
        assertThat(told.damaged()).hasSize(2);
        assertThat(told.damaged().get(0)).startsWith("positions 41 to 50: the chunk cannot be read");
        assertThat(told.damaged().get(1)).isEqualTo("positions 101 to 110: there is no chunk");
        assertThat(faults()).hasSize(2).allMatch(fault -> fault.startsWith("positions "));

        Repair.Result done = repair(true);
        Path folder = done.setAside().orElseThrow();
        assertThat(Files.readAllBytes(folder.resolve("41-50.chunk"))).isEqualTo(bad);
        assertThat(Files.readString(folder.resolve("record.txt"))).contains("positions 41 to 50", "positions 101 to 110");
        assertThat(faults()).isEmpty();
        assertThat(journal().verify(List.of(), Progress.NONE).setAside()).isEqualTo(20);
        assertThat(journal().read(40, 1)).isEqualTo(before.subList(50, 51));
        assertThat(journal().append(List.of(Events.usage("batch4-5"), Events.usage("batch10-5"))))
                .as("what was set aside was counted and is not taken again").extracting(Appended::outcome)
                .containsOnly(Appended.Outcome.DUPLICATE);
    }

    private byte[] damageTwoChunks() {
        byte[] good = journal().files().use(open -> open.db().get(open.chunks(), Keys.of(41)));
        byte[] bad = Arrays.copyOf(good, 100);
        damage((open, batch) -> {
            batch.put(open.chunks(), Keys.of(41), bad);
            batch.delete(open.chunks(), Keys.of(101));
        });
        close();
        open();
        return bad;
    }

    @Test
    void anEventThatIsThereTwiceIsNamed() throws InterruptedException {
        damage((open, batch) -> batch.delete(open.ids(), key("batch3-4")));
        journal().append(List.of(Events.usage("batch3-4")));
        Repair.Result result = repair(false);
        assertThat(result.doubles()).containsExactly("the event at 201 is the one at 35 again, and was counted twice");
        assertThat(faults()).containsExactly("the id key of the event at 201 leads to 35");
    }
}
