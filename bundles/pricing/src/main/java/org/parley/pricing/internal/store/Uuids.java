package org.parley.pricing.internal.store;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** UUIDs as they are kept: 16 bytes that sort as they were made. */
public final class Uuids {

    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    /** The bytes of an id that this module made. */
    static byte[] bytes(String id) {
        return bytes(UUID.fromString(id));
    }

    /** The bytes of an id from outside; empty if it cannot be one of ours. */
    static Optional<byte[]> known(String id) {
        try {
            return id.length() == TEXT_LENGTH ? Optional.of(bytes(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static String text(byte[] bytes) {
        return uuid(bytes).toString();
    }
}
