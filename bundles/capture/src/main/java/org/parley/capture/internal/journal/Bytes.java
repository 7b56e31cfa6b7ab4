package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with the few forms that the journal's records are written in. */
final class Bytes {

    private byte[] array;
    private int size;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    Bytes put(int value) {
        room(1);
        array[size++] = (byte) value;
        return this;
    }

    Bytes putInt(int value) {
        return put(value >>> 24).put(value >>> 16).put(value >>> 8).put(value);
    }

    Bytes putLong(long value) {
        return putInt((int) (value >>> 32)).putInt((int) value);
    }

    /** Seven bits to a byte, the lowest first; the last byte's high bit is clear. */
    Bytes putVar(int value) {
        int left = value;
        while ((left & ~0x7f) != 0) {
            put(left & 0x7f | 0x80);
            left >>>= 7;
        }
        return put(left);
    }

    /** The length in bytes, then the UTF-8 bytes. */
    Bytes putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return putVar(utf8.length).put(utf8, 0, utf8.length);
    }

    Bytes put(byte[] source, int offset, int length) {
        room(length);
        System.arraycopy(source, offset, array, size, length);
        size += length;
        return this;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    /** The array written to; its first {@link #size} bytes count, until the next write. */
    byte[] array() {
        return array;
    }

    private void room(int more) {
        if (array.length - size < more) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
        }
    }
}
