package org.parley.capture.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Positions as keys: eight bytes, big-endian, so that the keys sort as the numbers do. */
final class Keys {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Keys() {}

    static byte[] of(long position) {
        byte[] key = new byte[Long.BYTES];
        LONG.set(key, 0, position);
        return key;
    }

    /** The number in the eight bytes at this offset. */
    static long at(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    static void put(byte[] bytes, int offset, long value) {
        LONG.set(bytes, offset, value);
    }
}
