package org.parley.capture.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.Rejected;
import org.parley.capture.internal.journal.Rejection;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput.FieldError;

/** Counts what becomes of a request's events, and collects the good ones in slices. For one request. */
final class Tally {

    /** How many of a slice's rejected events can be asked for later. */
    private static final int MAX_REMEMBERED = 1000;
    private static final int BYTES_TO_REMEMBER = 1 << 20;

    private final Upload upload;
    private final EventSink sink;
    private final Progress progress;
    private final List<Rejected> toRemember = new ArrayList<>(0);
    private Slice slice = new Slice();
    private int bytesToRemember;
    private long accepted;
    private long duplicates;
    private long rejected;

    Tally(Upload upload, EventSink sink, Progress progress) {
        this.upload = upload;
        this.sink = sink;
        this.progress = progress;
    }

    void add(long index, Verdict verdict) {
        if (verdict instanceof Verdict.Good good) {
            slice.add(index, good);
        } else if (verdict instanceof Verdict.Bad bad) {
            reject(index, bad.what().id(), bad.what().why());
            remember(bad.what());
        }
    }

    private void remember(Rejected event) {
        if (event.bytes() > 0 && toRemember.size() < MAX_REMEMBERED) {
            toRemember.add(event);
            bytesToRemember += event.sent().map(String::length).orElse(0);
        }
    }

    void reject(long index, Optional<String> id, Rejection why) {
        rejected++;
        progress.rejected(new Outcome.Item(index, id, why));
    }

    /** Whether a stream should be cut here. */
    boolean isFull() {
        return slice.isFull() || toRemember.size() >= MAX_REMEMBERED || bytesToRemember >= BYTES_TO_REMEMBER;
    }

    /** The good events since the last cut; those rejected since then can be asked for from now on. */
    Slice cut() {
        if (!toRemember.isEmpty()) {
            sink.remember(upload.seller(), toRemember);
            toRemember.clear();
            bytesToRemember = 0;
        }
        Slice full = slice;
        slice = new Slice();
        return full;
    }

    /** Counts what became of a slice. */
    void settle(Slice settled, List<Appended> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i).outcome()) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicates++;
                case CONFLICT -> reject(settled.index(i), Optional.of(settled.event(i).id()), conflict(settled.event(i)));
                case TOO_OLD -> reject(settled.index(i), Optional.of(settled.event(i).id()), tooOld(settled.event(i)));
            }
        }
        progress.reached(counts());
    }

    private static Rejection conflict(Verdict.Good event) {
        String detail = "the event '" + event.id() + "' of source '" + event.source()
                + "' is there with other content; that one was kept. Send other content under another id";
        return new Rejection(ErrorCode.EVENT_ID_CONFLICT, detail,
                List.of(new FieldError("id", ErrorCode.EVENT_ID_CONFLICT, detail)));
    }

    private static Rejection tooOld(Verdict.Good event) {
        String detail = "the event '" + event.id() + "' of source '" + event.source() + "' is older than events of its "
                + "type are kept; GET /api/v1/event-types/{type}/retention tells how long that is";
        return new Rejection(ErrorCode.EVENT_TOO_OLD, detail,
                List.of(new FieldError("time", ErrorCode.EVENT_TOO_OLD, detail)));
    }

    Counts counts() {
        return new Counts(accepted, duplicates, rejected);
    }
}
