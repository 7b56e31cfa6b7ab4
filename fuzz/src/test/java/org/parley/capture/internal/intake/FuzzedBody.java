package org.parley.capture.internal.intake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.parley.common.SellerId;

/**
 * What a fuzzer made, read as a request: a first line with the media type, a tab and how the body arrives (a byte); then the
 * body. An even byte means that its length is known beforehand; its next two bits, that it is sent as it is, packed with
 * gzip, packed with zstd, or said to be gzip though it most likely is not.
 *
 * @param body as it was before it was packed
 */
record FuzzedBody(String mediaType, byte how, byte[] body) {

    static FuzzedBody of(byte[] input) {
        int tab = 0;
        while (tab < input.length && input[tab] != '\t') {
            tab++;
        }
        String mediaType = new String(input, 0, tab, StandardCharsets.ISO_8859_1);
        byte how = tab + 1 < input.length ? input[tab + 1] : 0;
        return new FuzzedBody(mediaType, how, Arrays.copyOfRange(input, Math.min(input.length, tab + 2), input.length));
    }

    /** Whether it says that it is packed, and most likely is not. */
    boolean isGarbage() {
        return (how >> 1 & 3) == 3;
    }

    /** The request. */
    Upload upload(SellerId seller, Instant now) {
        byte[] sent = sent();
        InputStream arriving = new Drops(sent, 0, how);
        return new Upload(seller, now, mediaType, coding(), how % 2 == 0 ? sent.length : -1, arriving);
    }

    private String coding() {
        return switch (how >> 1 & 3) {
            case 0 -> "";
            case 2 -> "zstd";
            default -> "gzip";
        };
    }

    private byte[] sent() {
        return switch (how >> 1 & 3) {
            case 1 -> gzip();
            case 2 -> Zstd.compress(body);
            default -> body;
        };
    }

    private byte[] gzip() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
