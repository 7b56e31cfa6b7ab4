package org.parley.capture.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** A body in memory; {@code bytes} may be longer than it. */
record WholeBody(byte[] bytes, int length) {

    private static final int FIRST_GUESS = 64 << 10;

    /**
     * Reads a body.
     *
     * @param length how many bytes it has, or -1 if nobody knows
     * @throws InvalidInput if it has more than {@code limit} bytes
     */
    static WholeBody of(InputStream body, long length, int limit) throws IOException {
        if (length > limit) {
            throw tooLarge(limit);
        }
        byte[] bytes = new byte[length >= 0 ? (int) length + 1 : FIRST_GUESS];
        int filled = 0;
        for (int read = 0; read >= 0; read = body.read(bytes, filled, bytes.length - filled)) {
            filled += read;
            if (filled > limit) {
                throw tooLarge(limit);
            }
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
        }
        return new WholeBody(bytes, filled);
    }

    private static InvalidInput tooLarge(int limit) {
        return new InvalidInput(ErrorCode.TOO_LARGE, "", "a body of this type has at most " + limit
                + " bytes; send smaller batches, or a stream of any length as " + MediaTypes.NDJSON);
    }
}
