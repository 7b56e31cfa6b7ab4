package org.parley.capture.internal.intake;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines within one buffer. Of a line that is too long nothing is kept. */
final class Lines {

    private static final int SPARE = 64 << 10;

    private final InputStream in;
    private final int maxLength;
    private final Runnable beforeWaiting;
    private final byte[] buffer;
    private int start;
    private int end;
    private int filled;
    private int after;
    private boolean tooLong;
    private boolean finished;

    /** @param beforeWaiting done when all lines that have come were asked for, before more is waited for */
    Lines(InputStream in, int maxLength, Runnable beforeWaiting) {
        this.in = in;
        this.maxLength = maxLength;
        this.beforeWaiting = beforeWaiting;
        this.buffer = new byte[maxLength + SPARE];
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        start = after;
        tooLong = false;
        int looked = start;
        while (true) {
            int newline = newline(looked);
            if (newline >= 0) {
                return line(newline, newline + 1);
            }
            looked = filled;
            if (finished) {
                return (filled > start || tooLong) && line(filled, filled);
            }
            looked -= makeRoom();
            fill();
        }
    }

    private boolean line(int lineEnd, int next) {
        end = lineEnd;
        after = next;
        tooLong |= end - start > maxLength;
        return true;
    }

    private int newline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves what is left of the line to the front, or drops it if it is too long; by how much what follows has moved. */
    private int makeRoom() {
        if (filled - start > maxLength || tooLong) {
            tooLong = true;
            start = filled;
        }
        int moved = start;
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= moved;
        start = 0;
        return moved;
    }

    private void fill() throws IOException {
        if (in.available() == 0) {
            beforeWaiting.run();
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            finished = true;
        } else {
            filled += read;
        }
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\r' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
