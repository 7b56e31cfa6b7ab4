package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.parley.capture.api.Event;

/** Makes an event's record for the journal. Keeps buffers, so each thread or request has its own. */
public final class EventEncoder {

    static final int HAS_CUSTOMER = 1;
    static final int TIME_GIVEN = 2;
    /** Where in a record the seconds of the time stand: behind the flags. */
    static final int TIME_OFFSET = 1;

    private final MessageDigest sha256 = sha256();
    private final CRC32 crc = new CRC32();
    private final CRC32C crcC = new CRC32C();
    private final Bytes buffer = new Bytes(1024);

    /**
     * The record of an event that came as JSON.
     *
     * @param json       holds the event from {@code offset} on
     * @param dataOffset where the member {@code data} starts, counted from the event's start; with
     *                   {@code dataLength} 0 if there is none
     */
    public NewEvent encode(EventHeader header, byte[] json, int offset, int length, int dataOffset, int dataLength) {
        buffer.clear();
        putHeader(header);
        buffer.putVar(dataOffset).putVar(dataLength).put(json, offset, length);
        return new NewEvent(key(header.seller().value(), header.source(), header.id()),
                contentHash(json, offset, length), buffer.toArray());
    }

    /** The record of an event that another module made. */
    public NewEvent encode(Event event) {
        EventJson json = EventJson.of(event);
        EventHeader header = new EventHeader(event.seller(), event.source(), event.id(), event.type(),
                event.customer(), event.time(), true);
        return encode(header, json.bytes(), 0, json.bytes().length, json.dataOffset(), json.dataLength());
    }

    IdKey key(String seller, String source, String id) {
        digest(seller);
        digest(source);
        digest(id);
        return IdKey.of(sha256.digest());
    }

    private void digest(String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        // The length goes first: without it, ("ab", "c") and ("a", "bc") would be one identity.
        sha256.update((byte) (utf8.length >>> 8));
        sha256.update((byte) utf8.length);
        sha256.update(utf8);
    }

    private void putHeader(EventHeader header) {
        buffer.put((header.customer().isPresent() ? HAS_CUSTOMER : 0) | (header.timeGiven() ? TIME_GIVEN : 0))
                .putLong(header.time().getEpochSecond()).putInt(header.time().getNano())
                .putText(header.seller().value()).putText(header.source()).putText(header.id())
                .putText(header.type());
        header.customer().ifPresent(customer -> buffer.putText(customer.value()));
    }

    /** Two checksums with different polynomials: together they miss one difference in 2^64, and both are intrinsics. */
    long contentHash(byte[] json, int offset, int length) {
        crc.reset();
        crc.update(json, offset, length);
        crcC.reset();
        crcC.update(json, offset, length);
        return crc.getValue() << 32 | crcC.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
