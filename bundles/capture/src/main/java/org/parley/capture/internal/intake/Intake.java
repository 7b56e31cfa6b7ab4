package org.parley.capture.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.parley.capture.internal.rules.DataRules;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Takes a request's events: checks each and appends the good ones. */
public final class Intake {

    private final EventSink sink;
    private final DataRules rules;
    private final Limits limits;

    public Intake(EventSink sink, DataRules rules, Limits limits) {
        this.sink = sink;
        this.rules = rules;
        this.limits = limits;
    }

    /**
     * Takes the events in a body. The outcome is there when the events are durable; one event or a batch is read before
     * this returns, and appended later.
     *
     * @throws InvalidInput if the media type is none of ours, or the body is too large or cannot be read at all; then
     *                      nothing is kept
     */
    public CompletableFuture<Outcome> take(Upload upload) throws IOException {
        Listing listing = new Listing();
        Tally tally = new Tally(upload, sink, listing);
        switch (supported(upload.mediaType())) {
            case MediaTypes.EVENT -> whole(upload, tally).event();
            case MediaTypes.BATCH -> whole(upload, tally).batch();
            case MediaTypes.NDJSON -> new NdjsonBody(reader(upload), tally, sink, limits).read(upload.body());
            default -> throw unsupported();
        }
        Slice slice = tally.cut();
        return sink.offer(slice.events()).thenApply(outcomes -> {
            tally.settle(slice, outcomes);
            return listing.outcome(tally.counts());
        });
    }

    private EventReader reader(Upload upload) {
        return new EventReader(new EventRules(upload.seller(), upload.now(), limits), new TypeRules(rules, upload.seller()),
                limits);
    }

    private static String supported(String mediaType) {
        if (MediaTypes.isOtherThanUtf8(mediaType)) {
            throw unsupported();
        }
        return MediaTypes.plain(mediaType);
    }

    private static InvalidInput unsupported() {
        return new InvalidInput(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "send events in UTF-8 as "
                + MediaTypes.EVENT + ", " + MediaTypes.BATCH + " or " + MediaTypes.NDJSON);
    }

    private JsonBody whole(Upload upload, Tally tally) throws IOException {
        long length = upload.length();
        InputStream body = upload.body();
        if (length > limits.bodyBytes()) {
            throw tooLarge();
        }
        byte[] bytes = new byte[length >= 0 ? (int) length + 1 : 64 << 10];
        int filled = 0;
        for (int read = 0; read >= 0; read = body.read(bytes, filled, bytes.length - filled)) {
            filled += read;
            if (filled > limits.bodyBytes()) {
                throw tooLarge();
            }
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
        }
        return new JsonBody(bytes, filled, reader(upload), tally);
    }

    private InvalidInput tooLarge() {
        return new InvalidInput(ErrorCode.TOO_LARGE, "", "a body of this type has at most " + limits.bodyBytes()
                + " bytes; send smaller batches, or a stream of any length as " + MediaTypes.NDJSON);
    }
}
