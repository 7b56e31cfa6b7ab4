package org.parley.pricing.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Splits a body into lines of bytes, in constant memory however long the body or a line is. */
final class LineReader {

    /** The longest line that is kept, in bytes; a longer one is reported as such. */
    static final int MAX_LINE = 64 * 1024;

    /** One line without its end; {@code tooLong} if it was cut. */
    record Line(byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte each : bytes) {
                if (each > ' ' || each < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final InputStream body;
    private final byte[] buffer = new byte[64 * 1024];
    private byte[] line = new byte[1024];
    private int position;
    private int end;

    LineReader(InputStream body) {
        this.body = body;
    }

    /** The next line; empty at the end of the body. */
    Optional<Line> next() throws IOException {
        if (position == end && !fill()) {
            return Optional.empty();
        }
        int length = 0;
        boolean tooLong = false;
        do {
            int stop = newline();
            int part = stop - position;
            int kept = Math.min(part, MAX_LINE - length);
            tooLong |= kept < part;
            length = append(length, kept);
            position = stop;
            if (stop < end) {
                position++;
                return Optional.of(new Line(Arrays.copyOf(line, length), tooLong));
            }
        } while (fill());
        return Optional.of(new Line(Arrays.copyOf(line, length), tooLong));
    }

    private int newline() {
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private int append(int length, int count) {
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, position, line, length, count);
        return length + count;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, body.read(buffer));
        return end > 0;
    }
}
