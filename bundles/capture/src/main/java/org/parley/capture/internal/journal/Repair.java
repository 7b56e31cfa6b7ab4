package org.parley.capture.internal.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the indexes anew from the chunks, and on demand sets aside what cannot be read. */
public final class Repair {

    /**
     * What was found and done.
     *
     * @param damaged  positions that cannot be read
     * @param doubles  events that are there twice
     * @param setAside where the damaged chunks were put; empty if they are where they were
     */
    public record Result(List<String> damaged, List<String> doubles, Optional<Path> setAside) {}

    private static final String CAUSE = "ids";

    private final JournalFiles files;
    private final Head head;
    private final WriteGate gate;

    Repair(JournalFiles files, Head head, WriteGate gate) {
        this.files = files;
        this.head = head;
        this.gate = gate;
    }

    /** Keeps events out if the id keys are not complete: a rebuild was cut short, or the last event has none. */
    void shutIfIncomplete(ChunkReads reads) {
        if (IdRebuild.isUnfinished(files) || !lastHasKey(reads)) {
            gate.shut(CAUSE, "the journal's id keys are not complete; an operator has to run parley:journal-repair");
        }
    }

    private boolean lastHasKey(ChunkReads reads) {
        DerivedIndex.Ids ids = new DerivedIndex.Ids();
        return reads.atOrBefore(head.position()).flatMap(ids::entryOf).map(entry -> files.use(open ->
                Optional.ofNullable(open.db().get(open.ids(), entry.key())))).map(Optional::isPresent).orElse(true);
    }

    Result ids(boolean settingAside, Instant now, Progress progress) {
        gate.shut(CAUSE, "the journal's id keys are being made anew");
        Ranges unreadable = new Ranges();
        List<ChunkWalk.Damaged> damaged = damaged(unreadable, progress);
        SetAside aside = new SetAside(files, now);
        if (settingAside) {
            aside.take(damaged);
        }
        List<String> doubles = new IdRebuild(files, head.position(), progress).run(unreadable);
        gate.open(CAUSE);
        return new Result(damaged.stream().map(ChunkWalk.Damaged::toString).toList(), doubles,
                Optional.of(aside.folder()).filter(folder -> settingAside && !damaged.isEmpty()));
    }

    private List<ChunkWalk.Damaged> damaged(Ranges unreadable, Progress progress) {
        return files.use(open -> {
            List<ChunkWalk.Damaged> found = new ArrayList<>();
            try (Moment moment = new Moment(open); ChunkWalk walk = new ChunkWalk(moment, head.position())) {
                for (Optional<ChunkWalk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
                    if (step.get() instanceof ChunkWalk.Damaged one) {
                        found.add(one);
                        unreadable.add(one.first(), one.last());
                    } else if (step.get() instanceof ChunkWalk.Whole whole) {
                        noteSetAside(whole.chunk(), unreadable);
                        progress.at("looking for damage, by position", whole.chunk().last(), head.position());
                    }
                }
            }
            return found;
        });
    }

    private static void noteSetAside(Chunk chunk, Ranges unreadable) {
        if (chunk.missing() == Chunk.Missing.SET_ASIDE) {
            unreadable.add(chunk.first(), chunk.last());
        }
    }
}
