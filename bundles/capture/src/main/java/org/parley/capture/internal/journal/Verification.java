package org.parley.capture.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.rocksdb.RocksDBException;

/**
 * Walks the whole journal once and proves what must hold: every position is covered and every event can be read; each
 * event has its id key and its place in the timeline, and no key leads elsewhere; and what the modules have derived is
 * what the events say. It looks at one moment's state while events go on coming in.
 */
public final class Verification {

    /**
     * What was found.
     *
     * @param head     the last position looked at
     * @param expired  how many events retention has removed
     * @param setAside how many positions an operator has set aside
     * @param chunkFaults chunks that are missing or cannot be read
     * @param indexFaults what is wrong with the id keys and the timeline
     * @param checks   what the modules' own checks found
     */
    public record Result(long head, long chunks, long events, long expired, long setAside, long idKeys,
            long timelineKeys, List<String> chunkFaults, List<String> indexFaults, List<Checked> checks) {

        public boolean isGood() {
            return chunkFaults.isEmpty() && indexFaults.isEmpty() && checks.stream().allMatch(c -> c.faults().isEmpty());
        }

        /** All faults together. */
        public List<String> faults() {
            List<String> all = new ArrayList<>(chunkFaults);
            all.addAll(indexFaults);
            checks.forEach(check -> all.addAll(check.faults()));
            return all;
        }
    }

    /** A module's check, how many events it was shown, and what differs. */
    public record Checked(String name, long events, List<String> faults) {}

    private final Moment moment;
    private final long head;
    private final List<CheckRun> checks;
    private final Progress progress;
    private final Ranges unreadable = new Ranges();
    private final IndexProof ids = new IndexProof(new DerivedIndex.Ids(), unreadable);
    private final IndexProof times;
    private final Findings chunkFaults = new Findings();
    private long chunks;
    private long events;
    private long expired;
    private long setAside;

    private Verification(Moment moment, long head, long indexed, List<CheckRun> checks, Progress progress) {
        this.moment = moment;
        this.head = head;
        this.times = new IndexProof(new DerivedIndex.Times(indexed), unreadable);
        this.checks = checks;
        this.progress = progress;
    }

    /**
     * Verifies a journal.
     *
     * @param reached up to which position there must be events
     * @param horizon what retention has left
     */
    static Result of(JournalFiles files, long reached, JournalCheck.Horizon horizon, List<JournalCheck> checks,
            Progress progress) {
        // The checks take their state first, so that it is not ahead of the events that are looked at.
        List<CheckRun> runs = checks.stream().map(check -> new CheckRun(check, horizon)).toList();
        return files.use(open -> {
            try (Moment moment = new Moment(open)) {
                long indexed = Timeline.position(Optional.ofNullable(
                        open.db().get(open.timeline(), moment.options(), Timeline.POSITION)));
                return new Verification(moment, reached, indexed, runs, progress).run();
            }
        });
    }

    private Result run() throws RocksDBException {
        try (ChunkWalk walk = new ChunkWalk(moment, head)) {
            for (Optional<ChunkWalk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
                step(step.get());
            }
        }
        List<String> indexFaults = new ArrayList<>(ids.faults(moment, head, progress));
        indexFaults.addAll(times.faults(moment, head, progress));
        return new Result(head, chunks, events, expired, setAside, ids.keys(), times.keys(), chunkFaults.list(),
                List.copyOf(indexFaults), checks.stream().map(CheckRun::outcome).toList());
    }

    private void step(ChunkWalk.Step step) {
        if (step instanceof ChunkWalk.Damaged damaged) {
            chunkFaults.add(damaged.toString());
            unreadable.add(damaged.first(), damaged.last());
        } else if (step instanceof ChunkWalk.Whole whole) {
            count(whole.chunk());
            whole.events().forEach(this::event);
            progress.at("events", whole.chunk().last(), head);
        }
    }

    private void count(Chunk chunk) {
        chunks++;
        long missing = chunk.covered() - chunk.count();
        if (chunk.missing() == Chunk.Missing.SET_ASIDE) {
            setAside += missing;
            unreadable.add(chunk.first(), chunk.last());
        } else {
            expired += missing;
        }
    }

    private void event(StoredEvent event) {
        events++;
        ids.event(event);
        times.event(event);
        if (!checks.isEmpty()) {
            RecordedEvent recorded = event.recorded();
            checks.forEach(check -> check.event(recorded));
        }
    }
}
