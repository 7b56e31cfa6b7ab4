package org.parley.capture.internal.intake;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Unpacks a body as {@code Content-Encoding} says, up to a limit: a few kilobytes can unpack to as many gigabytes. */
final class Unpacking extends InputStream {

    /** How far back zstd may refer, as a power of two: 8 MB, which every decoder has to keep for it (RFC 8878). */
    private static final int ZSTD_WINDOW_LOG = 23;

    private final InputStream in;
    private final String coding;
    private final long limit;
    private long unpacked;

    private Unpacking(InputStream in, String coding, long limit) {
        this.in = in;
        this.coding = coding;
        this.limit = limit;
    }

    /** Whether a body with this {@code Content-Encoding} is packed at all. */
    static boolean isPacked(String coding) {
        return !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity");
    }

    /**
     * The body as it was before it was packed. To be closed; that leaves the body itself open.
     *
     * @param limit how many bytes it may unpack to
     * @throws InvalidInput if the coding is none of ours; also while reading, if it is damaged or unpacks to more
     */
    static InputStream of(Upload upload, long limit) throws IOException {
        String coding = upload.coding().strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "gzip", "x-gzip" -> new Unpacking(new Gzip(upload.body()), "gzip", limit);
            case "zstd" -> new Unpacking(zstd(upload.body()), "zstd", limit);
            default -> throw new InvalidInput(ErrorCode.UNSUPPORTED_CODING, "Content-Encoding",
                    "send the body as it is, or packed with one of: " + Upload.CODINGS);
        };
    }

    private static InputStream zstd(InputStream body) throws IOException {
        return new ZstdInputStreamNoFinalizer(new LeftOpen(body)).setLongMax(ZSTD_WINDOW_LOG);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int read = in.read(target, offset, length);
            unpacked += Math.max(0, read);
            return within(read);
        } catch (ZipException | ZstdIOException | EOFException e) {
            throw new InvalidInput(ErrorCode.MALFORMED_CODING, "Content-Encoding", "the body is no whole " + coding
                    + "; it breaks after " + unpacked + " unpacked bytes: " + e.getMessage());
        }
    }

    private int within(int read) {
        if (unpacked > limit) {
            throw new InvalidInput(ErrorCode.TOO_LARGE, "", "a packed body may unpack to at most " + limit
                    + " bytes; send it in parts, or as it is");
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Keeps the body open for the server when the decoder is closed. */
    private static final class LeftOpen extends FilterInputStream {

        LeftOpen(InputStream body) {
            super(body);
        }

        @Override
        public void close() {}
    }
}
