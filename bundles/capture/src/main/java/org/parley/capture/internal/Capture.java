package org.parley.capture.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.api.Appended;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.internal.intake.EventSink;
import org.parley.capture.internal.intake.Intake;
import org.parley.capture.internal.intake.Limits;
import org.parley.capture.internal.journal.History;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.journal.Rejects;
import org.parley.capture.internal.journal.RocksJournal;
import org.parley.capture.internal.journal.Timeline;
import org.parley.capture.internal.rules.DataRules;
import org.parley.common.SellerId;

/** The module's parts, opened and closed together. */
public final class Capture implements AutoCloseable {

    /** How many events are indexed in one write: large enough when catching up, soon enough otherwise. */
    private static final int INDEX_BATCH = 2000;

    private final RocksJournal journal;
    private final Rejects rejects;
    private final Timeline timeline;
    private final History history;
    private final Intake intake;
    private final IntakeFigures figures = new IntakeFigures();
    private final JournalFollower indexing;

    /** Opens the journal in this folder; events' data will be checked by these rules. */
    public Capture(Path folder, DataRules rules, Limits limits, InstantSource time) {
        this.journal = new RocksJournal(folder, time);
        try {
            this.rejects = new Rejects(journal.files());
            this.timeline = new Timeline(journal.files());
            this.history = new History(journal, timeline);
            this.intake = new Intake(new Sink(), rules, limits);
            this.indexing = new JournalFollower(() -> Optional.of(journal), timeline, INDEX_BATCH);
        } catch (RuntimeException | Error e) {
            journal.close();
            throw e;
        }
    }

    public RocksJournal journal() {
        return journal;
    }

    public Rejects rejects() {
        return rejects;
    }

    public Timeline timeline() {
        return timeline;
    }

    public History history() {
        return history;
    }

    public Intake intake() {
        return intake;
    }

    public IntakeFigures figures() {
        return figures;
    }

    /** Finishes what is under way; what comes later is told that the journal is not there. */
    @Override
    public void close() {
        indexing.close();
        journal.close();
    }

    private final class Sink implements EventSink {

        @Override
        public CompletableFuture<List<Appended>> offer(List<NewEvent> events) {
            return journal.offer(events);
        }

        @Override
        public CompletableFuture<List<Appended>> begin(List<NewEvent> events) {
            return journal.begin(events);
        }

        @Override
        public void remember(SellerId seller, List<Rejected> rejected) {
            rejects.remember(seller, rejected);
        }
    }
}
