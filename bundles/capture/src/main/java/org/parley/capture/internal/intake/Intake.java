package org.parley.capture.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.parley.capture.internal.rules.DataRules;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;

/** Takes a request's events: checks each and appends the good ones. */
public final class Intake {

    private final EventSink sink;
    private final DataRules rules;
    private final Limits limits;
    private final Semaphore places;

    public Intake(EventSink sink, DataRules rules, Limits limits) {
        this.sink = sink;
        this.rules = rules;
        this.limits = limits;
        this.places = new Semaphore(limits.uploads());
    }

    /**
     * Takes the events in a body, which is read when this returns. The outcome is there when they are durable; what is
     * done with it must not wait for anything.
     *
     * @throws InvalidInput if the media type is none of ours, or the body is too large or cannot be read at all; then
     *                      nothing of one event or a batch is kept
     * @throws Fault        unavailable if too much waits to be written, or too many uploads are read
     */
    public CompletableFuture<Outcome> take(Upload upload) throws IOException {
        String mediaType = supported(upload.mediaType());
        Listing listing = new Listing();
        Tally tally = new Tally(upload, sink, listing);
        if (mediaType.equals(MediaTypes.NDJSON)) {
            lines(upload, tally, false);
        } else {
            whole(upload, tally, mediaType);
        }
        Slice slice = tally.cut();
        return sink.offer(slice.events()).thenApply(outcomes -> {
            tally.settle(slice, outcomes);
            return listing.outcome(tally.counts());
        });
    }

    /**
     * Takes NDJSON and tells what becomes of it while it comes in. All is durable when this returns; if it fails, what
     * was told last is.
     */
    public void stream(Upload upload, Progress progress) throws IOException {
        lines(upload, new Tally(upload, sink, progress), true);
    }

    private void lines(Upload upload, Tally tally, boolean told) throws IOException {
        NdjsonBody lines = new NdjsonBody(reader(upload), tally, sink, limits);
        inPlace(() -> unpacked(upload, body -> lines.read(body, told)));
    }

    private void whole(Upload upload, Tally tally, String mediaType) throws IOException {
        JsonBody whole = new JsonBody(reader(upload), tally, mediaType.equals(MediaTypes.BATCH));
        if (Unpacking.isPacked(upload.coding())) {
            inPlace(() -> unpacked(upload, body -> whole.read(WholeBody.of(body, -1, limits.bodyBytes()))));
        } else {
            whole.read(WholeBody.of(upload.body(), upload.length(), limits.bodyBytes()));
        }
    }

    private interface Reading {
        void of(InputStream body) throws IOException;
    }

    private void unpacked(Upload upload, Reading reading) throws IOException {
        if (!Unpacking.isPacked(upload.coding())) {
            reading.of(upload.body());
            return;
        }
        try (InputStream body = Unpacking.of(upload, limits.unpackedBytes())) {
            reading.of(body);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does what holds a thread for long, or much memory, for so many at a time only. */
    private void inPlace(Work work) throws IOException {
        if (!places.tryAcquire()) {
            throw Fault.unavailable("more uploads are under way than are taken at a time; try again in a moment");
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    private EventReader reader(Upload upload) {
        return new EventReader(new EventRules(upload.seller(), upload.now(), limits), new TypeRules(rules, upload.seller()),
                limits);
    }

    private static String supported(String mediaType) {
        String plain = MediaTypes.plain(mediaType);
        if (MediaTypes.isOtherThanUtf8(mediaType) || !MediaTypes.isOurs(plain)) {
            throw new InvalidInput(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "send events in UTF-8 as "
                    + MediaTypes.EVENT + ", " + MediaTypes.BATCH + " or " + MediaTypes.NDJSON);
        }
        return plain;
    }
}
