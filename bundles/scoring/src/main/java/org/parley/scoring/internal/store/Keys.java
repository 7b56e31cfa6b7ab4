package org.parley.scoring.internal.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The keys of the state database. One byte says what a key holds, and a zero byte ends each part; no name and no id
 * has one, so that no two keys are mixed up and all states of a score lie together.
 */
final class Keys {

    private static final byte POSITION = 0;
    private static final byte PROGRESS = 1;
    private static final byte STATE = 2;

    private Keys() {}

    /** How far the module as a whole has come. */
    static byte[] position() {
        return new byte[] {POSITION};
    }

    /** How far one score has come. */
    static byte[] progress(String score) {
        return key(PROGRESS, score);
    }

    static byte[] state(String score, Owner owner) {
        return key(STATE, score, owner.seller().value(), owner.customer().value());
    }

    /** Where the states of a score begin. */
    static byte[] firstState(String score) {
        return key(STATE, score);
    }

    /** Before which the states of a score end. */
    static byte[] afterStates(String score) {
        byte[] end = key(STATE, score);
        end[end.length - 1] = 1;
        return end;
    }

    private static byte[] key(byte kind, String... parts) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(64);
        key.write(kind);
        for (String part : parts) {
            key.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            key.write(0);
        }
        return key.toByteArray();
    }
}
