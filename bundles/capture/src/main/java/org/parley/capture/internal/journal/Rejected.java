package org.parley.capture.internal.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that was not taken.
 *
 * @param at     when, by the seller's clock
 * @param source as far as it could be read, as are {@code id} and {@code type}
 * @param sent   its JSON as it was sent; empty if it is too long to be kept
 * @param bytes  how long that JSON is
 */
public record Rejected(Instant at, Optional<String> source, Optional<String> id, Optional<String> type, Rejection why,
        Optional<String> sent, int bytes) {


    byte[] toBytes() {
        Bytes out = new Bytes(512).putLong(at.toEpochMilli());
        put(out, source);
        put(out, id);
        put(out, type);
        put(out, sent);
        out.putInt(bytes);
        why.writeTo(out);
        return out.toArray();
    }

    static Rejected of(byte[] value) {
        RecordReader in = new RecordReader(value, 0);
        Instant at = Instant.ofEpochMilli(in.nextLong());
        Optional<String> source = next(in);
        Optional<String> id = next(in);
        Optional<String> type = next(in);
        Optional<String> sent = next(in);
        int bytes = in.nextInt();
        return new Rejected(at, source, id, type, Rejection.readFrom(in), sent, bytes);
    }

    private static void put(Bytes out, Optional<String> text) {
        out.put(text.isPresent() ? 1 : 0);
        text.ifPresent(out::putText);
    }

    private static Optional<String> next(RecordReader in) {
        return in.next() == 0 ? Optional.empty() : Optional.of(in.nextText());
    }
}
