package org.parley.capture.internal.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952) of one or more members. The JDK's own stream ends without a word at what follows a member if
 * it is broken or has not arrived yet, and events would be lost.
 */
final class Gzip extends InputStream {

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HAS_HEADER_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[16 << 10];
    private int next;
    private int filled;
    private boolean inMember;
    private boolean begun;

    Gzip(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (length > 0) {
            if (!inMember && !beginMember()) {
                return -1;
            }
            int unpacked = inflate(target, offset, length);
            if (unpacked > 0) {
                crc.update(target, offset, unpacked);
                return unpacked;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("it needs a dictionary");
            } else if (!fill()) {
                throw new EOFException("it ends early");
            }
        }
        return 0;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        inflater.setInput(packed, next, filled - next);
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("its data are damaged");
        } finally {
            next = filled - inflater.getRemaining();
        }
    }

    /** Reads a header; false at the end of the stream, if there was a member before. */
    private boolean beginMember() throws IOException {
        if (begun && next == filled && !fill()) {
            return false;
        }
        if (twoBytes() != MAGIC || oneByte() != DEFLATE) {
            throw new ZipException(begun ? "what follows its end is no gzip" : "its header is none of gzip");
        }
        int flags = oneByte();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("its header has unknown flags");
        }
        skip(6);
        skip((flags & HAS_EXTRA) != 0 ? twoBytes() : 0);
        skipText((flags & HAS_NAME) != 0);
        skipText((flags & HAS_COMMENT) != 0);
        skip((flags & HAS_HEADER_CRC) != 0 ? 2 : 0);
        inflater.reset();
        crc.reset();
        inMember = true;
        begun = true;
        return true;
    }

    private void endMember() throws IOException {
        long checksum = twoBytes() | (long) twoBytes() << 16;
        long size = twoBytes() | (long) twoBytes() << 16;
        if (checksum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("its checksum does not fit its data");
        }
        inMember = false;
    }

    private int oneByte() throws IOException {
        if (next == filled && !fill()) {
            throw new EOFException("it ends early");
        }
        return packed[next++] & 0xff;
    }

    private int twoBytes() throws IOException {
        return oneByte() | oneByte() << 8;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            oneByte();
        }
    }

    private void skipText(boolean there) throws IOException {
        for (boolean more = there; more; ) {
            more = oneByte() != 0;
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(packed, 0, packed.length));
        return filled > 0;
    }

    @Override
    public int available() throws IOException {
        return filled - next + in.available();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
