package org.parley.capture.internal.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.api.Appended;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.SellerId;

/** The journal in a RocksDB folder. */
public final class RocksJournal implements Journal, AutoCloseable {

    private static final CommitQueue.Bounds MAX_WAITING = new CommitQueue.Bounds(32L << 20, 8192);
    private static final long MAX_GROUP = 4L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JournalFiles files;
    private final Head head;
    private final ChunkReads reads;
    private final ReaderPositions readers;
    private final JournalFigures figures = new JournalFigures();
    private final GroupCommit commits;
    private final Maintenance maintenance = new Maintenance();
    private final WriteGate gate = new WriteGate();
    private final Repair repair;
    private final Keeping keeping;
    private final InstantSource time;

    /** Opens the journal in this folder, which is made if it is not there. */
    public RocksJournal(Path folder, InstantSource time) {
        this.files = JournalFiles.open(folder);
        this.readers = new ReaderPositions(time);
        this.time = time;
        try {
            this.keeping = new Keeping(Removed.load(files));
            this.head = new Head(ChunkReads.lastPosition(files));
            this.reads = new ChunkReads(files, head);
            this.repair = new Repair(files, head, gate);
            repair.shutIfIncomplete(reads);
            JournalWriter writer = new JournalWriter(files, reads, head, time, figures, keeping);
            this.commits = new GroupCommit(new CommitQueue(MAX_WAITING, MAX_GROUP, PATIENCE),
                    events -> gate.pass(() -> writer.write(events)));
        } catch (RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    @Override
    public List<Appended> append(List<Event> events) {
        EventEncoder encoder = new EventEncoder();
        return commits.append(events.stream().map(encoder::encode).toList());
    }

    /** As {@link #append}, for events that are encoded already; waits for room in the queue, not for the writing. */
    public CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
        return commits.begin(events);
    }

    /**
     * As {@link #begin}, but refuses if there is no room. What is done with the outcome must not wait for anything: the
     * outcomes of all others are told by the same thread.
     */
    public CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
        return commits.offer(events);
    }

    @Override
    public List<RecordedEvent> read(long after, int max) {
        return reads.read(after, max);
    }

    /** The event at a position, with its JSON. */
    public Optional<StoredEvent> at(long position) {
        return reads.at(position);
    }

    /** The first event that is still there. */
    public Optional<StoredEvent> oldest() {
        return reads.read(START, 1).stream().findFirst().flatMap(first -> reads.at(first.position()));
    }

    /** The event at a position, or the nearest before it that is there. */
    Optional<StoredEvent> atOrBefore(long position) {
        return reads.atOrBefore(position);
    }

    /** The event with this identity. */
    public Optional<StoredEvent> find(SellerId seller, String source, String id) {
        IdKey key = new EventEncoder().key(seller.value(), source, id);
        return files.use(open -> IdIndex.find(open, key)).flatMap(entry -> reads.at(entry.position()));
    }

    @Override
    public long head() {
        return head.position();
    }

    @Override
    public boolean awaitAfter(long position, Duration atMost) throws InterruptedException {
        return head.awaitAfter(position, atMost);
    }

    @Override
    public void report(String reader, long position) {
        readers.report(reader, position);
        if (position > head.position()) {
            gate.shut(reader, "'" + reader + "' has counted up to position " + position + ", but the journal ends at "
                    + head.position() + "; an operator has to restore both from one backup");
        }
    }

    public ReaderPositions readers() {
        return readers;
    }

    public JournalFiles files() {
        return files;
    }

    public JournalFigures figures() {
        return figures;
    }

    /** Proves that the journal is whole, and what the modules have derived from it. */
    public Verification.Result verify(List<JournalCheck> checks, Progress progress) {
        return maintenance.run("verification", () ->
                Verification.of(files, head.position(), Removed.load(files), checks, progress));
    }

    /**
     * Removes what {@link #keeping} no longer keeps and every reader has durably passed, and gives its room back.
     *
     * @return how many events were removed
     */
    public long compact(Progress progress) {
        return compact(Compaction.SETTLED, progress);
    }

    /** @param settled how long an event stays after its arrival at the least */
    long compact(Duration settled, Progress progress) {
        return maintenance.run("removal of old events", () -> remove(settled, progress));
    }

    private long remove(Duration settled, Progress progress) {
        Instant now = time.instant();
        Cutoffs ended = keeping.close(now);
        Removed.store(files, Removed.load(files).and(ended), now);
        if (ended.isEmpty()) {
            return 0;
        }
        Compaction compaction = new Compaction(files, ended, now.minus(settled), passedByAll(), progress);
        boolean more = true;
        while (more) {
            more = compaction.slice();
            reads.forget();
        }
        if (compaction.events() > 0) {
            Reclaiming.run(files, progress);
        }
        return compaction.events();
    }

    /** When old events were last removed. */
    public Optional<Instant> compactedAt() {
        return Removed.lastRun(files);
    }

    /**
     * Makes the id keys anew from the events. No events are taken until it has ended; if it is cut short, none are
     * taken until it was run again.
     *
     * @param settingAside whether chunks that cannot be read are taken out of the journal
     */
    public Repair.Result repairIds(boolean settingAside, Progress progress) {
        return maintenance.run("repair", () -> {
            Repair.Result result = repair.ids(settingAside, time.instant(), progress);
            reads.forget();
            return result;
        });
    }

    /** Why no events are taken at present, by cause; empty if they are. */
    public Map<String, String> shutBecause() {
        return gate.reasons();
    }

    /** What long work is running; empty if none is. */
    public String maintenance() {
        return maintenance.running();
    }

    private long passedByAll() {
        long indexed = files.use(open -> Timeline.position(Optional.ofNullable(
                open.db().get(open.timeline(), Timeline.POSITION))));
        return Math.min(indexed, readers.passedByAll());
    }

    /** How long events are kept. */
    public Keeping keeping() {
        return keeping;
    }

    /** How many appends wait to be written. */
    public int queueDepth() {
        return commits.depth();
    }

    /** Finishes the appends under way, waits for reads under way, and closes the database. */
    @Override
    public void close() {
        commits.close();
        files.close();
    }
}
