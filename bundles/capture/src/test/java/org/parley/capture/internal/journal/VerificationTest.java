package org.parley.capture.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.Events;
import org.parley.common.CustomerId;

class VerificationTest {

    @TempDir
    Path folder;
    private RocksJournal journal;

    @BeforeEach
    void open() {
        journal = new RocksJournal(folder, InstantSource.system());
        for (int i = 0; i < 10; i++) {
            journal.append(Events.usages("batch" + i + "-", 10));
        }
        new Timeline(journal.files()).count(journal.read(Journal.START, 90));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Verification.Result verify(JournalFiles.Work<?> damage) {
        journal.files().use(damage);
        return journal.verify(List.of(), Progress.NONE);
    }

    private byte[] key(String id) {
        return new EventEncoder().key("acme", Events.SOURCE, id).bytes();
    }

    @Test
    void aWholeJournalIsProvedWhole() {
        Verification.Result result = verify(open -> true);
        assertThat(result.faults()).isEmpty();
        assertThat(result.events()).isEqualTo(100);
        assertThat(result.chunks()).isEqualTo(10);
        assertThat(result.idKeys()).isEqualTo(100);
    }

    @Test
    void aMissingChunkIsFound() {
        Verification.Result result = verify(open -> {
            open.db().delete(open.chunks(), Keys.of(31));
            return true;
        });
        assertThat(result.faults()).contains("positions 31 to 40: there is no chunk");
    }

    @Test
    void aMissingIdKeyIsFound() {
        Verification.Result result = verify(open -> {
            open.db().delete(open.ids(), key("batch2-3"));
            return true;
        });
        assertThat(result.faults()).containsExactly("the event at 24 has no id key");
    }

    @Test
    void anIdKeyThatLeadsAstrayIsFound() {
        Verification.Result result = verify(open -> {
            open.db().put(open.ids(), key("batch2-3"), new IdIndex.Entry(7, 0).bytes());
            return true;
        });
        assertThat(result.faults()).containsExactly("the id key of the event at 24 leads to 7", "more than one id key leads to 7");
    }

    @Test
    void anIdKeyWithoutAnEventIsFound() {
        Verification.Result result = verify(open -> {
            open.db().put(open.ids(), key("never"), new IdIndex.Entry(7, 0).bytes());
            return true;
        });
        assertThat(result.faults()).containsExactly("more than one id key leads to 7");
    }

    private byte[] timelineKey(long position) {
        return TimelineKeys.entry(Events.SELLER, new CustomerId("ann"), Events.TIME, position, EventTypes.USAGE).key();
    }

    @Test
    void theTimelineIsProvedAsFarAsItHasCome() {
        assertThat(verify(open -> true).timelineKeys()).isEqualTo(90);
        Verification.Result result = verify(open -> {
            open.db().delete(open.timeline(), timelineKey(24));
            open.db().put(open.timeline(), timelineKey(25), new byte[] {'x'});
            open.db().put(open.timeline(), timelineKey(95), new byte[] {'x'});
            open.db().put(open.timeline(), timelineKey(700), new byte[] {'x'});
            return true;
        });
        assertThat(result.faults()).hasSize(4).contains("the event at 24 has no timeline key",
                "the timeline key of the event at 25 names another type");
        assertThat(result.faults().get(2)).startsWith("the timeline key 61").endsWith("leads to 700, where its event is not");
        assertThat(result.faults().get(3)).endsWith("leads to 95, where its event is not");
    }

    @Test
    void anEventWhoseContentWasChangedIsFound() {
        Verification.Result result = verify(open -> {
            byte[] chunk = open.db().get(open.chunks(), Keys.of(41));
            for (int i = chunk.length - 1; ; i--) {
                if (chunk[i] == '1') {
                    chunk[i] = '2';
                    break;
                }
            }
            open.db().put(open.chunks(), Keys.of(41), chunk);
            return true;
        });
        assertThat(result.faults()).containsExactly("the id key of the event at 50 has the checksum of other content");
    }

    @Test
    void aChunkThatCannotBeReadIsToldWithItsPositions() {
        Verification.Result result = verify(open -> {
            byte[] chunk = open.db().get(open.chunks(), Keys.of(41));
            open.db().put(open.chunks(), Keys.of(41), Arrays.copyOf(chunk, 100));
            return true;
        });
        assertThat(result.chunkFaults()).hasSize(1).first().asString().startsWith("positions 41 to 50: the chunk cannot be read");
        assertThat(result.events()).isEqualTo(90);
    }

    @Test
    void theSameEventTwiceIsFound() {
        Verification.Result result = verify(open -> {
            open.db().delete(open.ids(), key("batch2-3"));
            return true;
        });
        assertThat(result.isGood()).isFalse();
        journal.append(List.of(Events.usage("batch2-3")));
        assertThat(journal.verify(List.of(), Progress.NONE).faults())
                .containsExactly("the id key of the event at 24 leads to 101");
    }

    @Test
    void aModulesCheckSeesEveryEventUpToWhereItHasDerived() {
        List<Long> seen = new ArrayList<>();
        Verification.Result result = journal.verify(List.of(check("usage", 37, seen::add, List.of("c1 has 3, not 4")),
                check("broken", 100, position -> {
                    throw new IllegalStateException("cannot");
                }, List.of())), Progress.NONE);
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 37).boxed().toList());
        assertThat(result.checks()).containsExactly(new Verification.Checked("usage", 37, List.of("c1 has 3, not 4")),
                new Verification.Checked("broken", 0,
                        List.of("the check itself failed: java.lang.IllegalStateException: cannot")));
        assertThat(result.isGood()).isFalse();
    }

    private static JournalCheck check(String name, long upTo, LongConsumer seen, List<String> faults) {
        return new JournalCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Run begin(Horizon horizon) {
                return new Run() {
                    @Override
                    public long upTo() {
                        return upTo;
                    }

                    @Override
                    public void event(RecordedEvent event) {
                        seen.accept(event.position());
                    }

                    @Override
                    public List<String> faults() {
                        return faults;
                    }
                };
            }
        };
    }
}
