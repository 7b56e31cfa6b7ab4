package org.parley.capture.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.capture.api.Appended;
import org.parley.capture.internal.journal.NewEvent;
import org.parley.capture.internal.journal.Rejection;
import org.parley.capture.internal.journal.Rejects.Rejected;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput.FieldError;
import org.parley.common.SellerId;

/** Collects a request's good events, appends them in slices, and counts what became of all. For one request. */
final class Tally {

    /** How many rejected events an answer lists; a stream of a million bad lines must not fill the memory. */
    static final int MAX_LISTED = 1000;

    private record Waiting(long index, Verdict.Good good) {}

    private final SellerId seller;
    private final Instant at;
    private final EventSink sink;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Rejected> toRemember = new ArrayList<>();
    private final List<Outcome.Item> rejected = new ArrayList<>();
    private long bytes;
    private long accepted;
    private long duplicates;
    private long rejectedCount;

    Tally(SellerId seller, Instant at, EventSink sink) {
        this.seller = seller;
        this.at = at;
        this.sink = sink;
    }

    void add(long index, Verdict verdict) {
        if (verdict instanceof Verdict.Good good) {
            waiting.add(new Waiting(index, good));
            bytes += good.event().stored().length;
        } else if (verdict instanceof Verdict.Bad bad) {
            reject(index, bad.id(), bad.why());
            remember(bad);
        }
    }

    private void remember(Verdict.Bad bad) {
        if (bad.source().isPresent() && bad.id().isPresent() && toRemember.size() < MAX_LISTED) {
            toRemember.add(new Rejected(bad.source().get(), bad.id().get(), at, bad.why()));
        }
    }

    void reject(long index, Optional<String> id, Rejection why) {
        rejectedCount++;
        if (rejected.size() < MAX_LISTED) {
            rejected.add(new Outcome.Item(index, id, why));
        }
    }

    /** How many events wait to be appended. */
    int waiting() {
        return waiting.size();
    }

    /** How many bytes of events wait to be appended. */
    long waitingBytes() {
        return bytes;
    }

    /** Appends what waits; it is durable when this returns. */
    void append() {
        List<NewEvent> events = waiting.stream().map(one -> one.good().event()).toList();
        List<Appended> outcomes = sink.append(events);
        for (int i = 0; i < outcomes.size(); i++) {
            count(waiting.get(i), outcomes.get(i).outcome());
        }
        waiting.clear();
        bytes = 0;
        if (!toRemember.isEmpty()) {
            sink.remember(seller, toRemember);
            toRemember.clear();
        }
    }

    private void count(Waiting one, Appended.Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicates++;
            case CONFLICT -> reject(one.index(), Optional.of(one.good().id()), conflict(one.good()));
        }
    }

    private static Rejection conflict(Verdict.Good event) {
        String detail = "the event '" + event.id() + "' of source '" + event.source()
                + "' is there with other content; that one was kept. Send other content under another id";
        return new Rejection(ErrorCode.EVENT_ID_CONFLICT, detail,
                List.of(new FieldError("id", ErrorCode.EVENT_ID_CONFLICT, detail)));
    }

    Outcome outcome() {
        List<Outcome.Item> listed = rejected.stream().sorted(Comparator.comparingLong(Outcome.Item::index)).toList();
        return new Outcome(accepted, duplicates, listed, rejectedCount);
    }
}
