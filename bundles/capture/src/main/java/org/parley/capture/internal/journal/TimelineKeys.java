package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

/**
 * The keys of the timeline: seller, customer, time, position, the latest first. Ids hold no control characters, so a
 * zero byte ends them.
 */
final class TimelineKeys {

    /** Where in the timeline: an event's time and position. */
    record Place(Instant time, long position) {

        private static final int LENGTH = Long.BYTES + Integer.BYTES + Long.BYTES;

        /** All bits are turned, so that what is later sorts first. */
        private byte[] bytes() {
            return new Bytes(LENGTH).putLong(~(time.getEpochSecond() ^ Long.MIN_VALUE)).putInt(~time.getNano())
                    .putLong(~position).toArray();
        }

        private static Place at(byte[] key, int offset) {
            RecordReader in = new RecordReader(key, offset);
            long second = ~in.nextLong() ^ Long.MIN_VALUE;
            return new Place(Instant.ofEpochSecond(second, ~in.nextInt()), ~in.nextLong());
        }

        String cursor() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
        }

        static Place ofCursor(String cursor) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                if (bytes.length == LENGTH) {
                    return at(bytes, 0);
                }
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                // Told below: a cursor that this server has not made.
            }
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "after",
                    "'after' is not a cursor of this list; take it from 'next' of the page before");
        }
    }

    private TimelineKeys() {}

    static byte[] prefix(SellerId seller, CustomerId customer) {
        byte[] sellerId = seller.value().getBytes(StandardCharsets.UTF_8);
        byte[] customerId = customer.value().getBytes(StandardCharsets.UTF_8);
        return new Bytes(sellerId.length + customerId.length + 2).put(sellerId, 0, sellerId.length).put(0)
                .put(customerId, 0, customerId.length).put(0).toArray();
    }

    /** What the timeline holds for an event. */
    static IndexEntry entry(SellerId seller, CustomerId customer, Instant time, long position, String type) {
        return new IndexEntry(of(prefix(seller, customer), new Place(time, position)),
                type.getBytes(StandardCharsets.UTF_8));
    }

    /** The position that a key of an event ends with. */
    static long position(byte[] key) {
        return ~Keys.at(key, key.length - Long.BYTES);
    }

    static byte[] of(byte[] prefix, Place place) {
        byte[] end = place.bytes();
        return new Bytes(prefix.length + end.length).put(prefix, 0, prefix.length).put(end, 0, end.length).toArray();
    }

    /** The place a key names, if the key has this prefix. */
    static Optional<Place> place(byte[] key, byte[] prefix) {
        boolean within = key.length == prefix.length + Place.LENGTH
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
        return within ? Optional.of(Place.at(key, prefix.length)) : Optional.empty();
    }
}
