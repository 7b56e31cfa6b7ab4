package org.parley.capture.internal.meters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One of the different values of a set: the first 128 bits of the SHA-256 of its canonical form, as the journal knows
 * an event. So a set of a million addresses takes 16 MB, and its reader learns none of them.
 */
public record Member(long high, long low) {

    /** The length of {@link #bytes}. */
    public static final int LENGTH = 2 * Long.BYTES;

    static Member of(String canonical) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
            return new Member(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The member in the last {@link #LENGTH} bytes. */
    public static Member at(byte[] bytes, int offset) {
        ByteBuffer from = ByteBuffer.wrap(bytes, offset, LENGTH);
        return new Member(from.getLong(), from.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }
}
