package org.parley.capture.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/** Takes a request's events: checks each and appends the good ones. */
public final class Intake {

    private final EventSink sink;
    private final Limits limits;

    public Intake(EventSink sink, Limits limits) {
        this.sink = sink;
        this.limits = limits;
    }

    /**
     * Takes the events in a body.
     *
     * @param now    the seller's present
     * @param length how many bytes the body has, or -1 if nobody knows before it is read
     * @throws InvalidInput if the media type is none of ours, or the body is too large or cannot be read at all; then
     *                      nothing is kept
     */
    public Outcome take(SellerId seller, Instant now, String mediaType, long length, InputStream body)
            throws IOException {
        Tally tally = new Tally(seller, now, sink);
        EventReader reader = new EventReader(new EventRules(seller, now, limits), limits);
        switch (supported(mediaType)) {
            case MediaTypes.EVENT -> whole(length, body, reader, tally).event();
            case MediaTypes.BATCH -> whole(length, body, reader, tally).batch();
            case MediaTypes.NDJSON -> new NdjsonBody(reader, tally, limits).read(body);
            default -> throw unsupported();
        }
        return tally.outcome();
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

    private JsonBody whole(long length, InputStream body, EventReader reader, Tally tally) throws IOException {
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
        return new JsonBody(bytes, filled, reader, tally);
    }

    private InvalidInput tooLarge() {
        return new InvalidInput(ErrorCode.TOO_LARGE, "", "a body of this type has at most " + limits.bodyBytes()
                + " bytes; send smaller batches, or a stream of any length as " + MediaTypes.NDJSON);
    }
}
