package org.parley.cli.rows;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An open file that knows how much of it has been read. */
final class InputFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Counting counting;
    private final Reader reader;
    private final long size;

    private InputFile(Counting counting, Reader reader, long size) {
        this.counting = counting;
        this.reader = reader;
        this.size = size;
    }

    static InputFile open(Path file, Charset encoding) {
        try {
            Counting counting = new Counting(Files.newInputStream(file));
            boolean packed = file.getFileName().toString().endsWith(".gz");
            InputStream content = packed ? new GZIPInputStream(counting, BUFFER_BYTES) : counting;
            return new InputFile(counting, new InputStreamReader(content, encoding), Files.size(file));
        } catch (IOException e) {
            throw new UnreadableFile(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Reader reader() {
        return reader;
    }

    BufferedReader lines() {
        return new BufferedReader(reader, BUFFER_BYTES);
    }

    double share() {
        return size == 0 ? 1 : Math.min(1, (double) counting.count / size);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UnreadableFile("the file cannot be closed: " + e.getMessage(), e);
        }
    }

    private static final class Counting extends FilterInputStream {

        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
