package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Bytes} has written. */
final class RecordReader {

    private final byte[] bytes;
    private int offset;

    RecordReader(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    int next() {
        return bytes[offset++];
    }

    int nextInt() {
        return (int) (nextLong(Integer.BYTES));
    }

    long nextLong() {
        return nextLong(Long.BYTES);
    }

    private long nextLong(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[offset++] & 0xff;
        }
        return value;
    }

    int nextVar() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = bytes[offset++];
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    /** The next text, or {@code before} if it is the same, which most texts of neighbouring events are. */
    Text nextText(Text before) {
        int length = nextVar();
        int start = offset;
        offset += length;
        if (Arrays.equals(bytes, start, offset, before.utf8(), 0, before.utf8().length)) {
            return before;
        }
        return new Text(Arrays.copyOfRange(bytes, start, offset),
                new String(bytes, start, length, StandardCharsets.UTF_8));
    }

    String nextText() {
        int length = nextVar();
        int start = offset;
        offset += length;
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** A text with its bytes. */
    record Text(byte[] utf8, String value) {
        static final Text NONE = new Text(new byte[0], "");
    }
}
