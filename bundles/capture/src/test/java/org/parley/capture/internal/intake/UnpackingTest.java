package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;

class UnpackingTest {

    private static final byte[] TEXT = "{\"specversion\":\"1.0\",\"id\":\"é\"}\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final long LIMIT = 1 << 20;

    private static byte[] pack(String coding, byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(packed) : new ZstdOutputStream(packed)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpack(String coding, InputStream packed) throws IOException {
        Upload upload = new Upload(new SellerId("acme"), Instant.EPOCH, MediaTypes.NDJSON, coding, -1, packed);
        try (InputStream body = Unpacking.of(upload, LIMIT)) {
            return body.readAllBytes();
        }
    }

    private static byte[] unpack(String coding, byte[] packed) throws IOException {
        return unpack(coding, new ByteArrayInputStream(packed));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** As from a network: one byte at a time, and never known to have more. */
    private static InputStream trickle(byte[] bytes) {
        return new InputStream() {
            private int next;

            @Override
            public int read() {
                return next < bytes.length ? bytes[next++] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                target[offset] = (byte) one;
                return 1;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatWasPackedComesOut(String coding) throws IOException {
        byte[] packed = pack(coding, TEXT);
        assertThat(unpack(coding, packed)).isEqualTo(TEXT);
        assertThat(unpack(" " + coding.toUpperCase(java.util.Locale.ROOT), trickle(packed))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void severalPartsInARowAreOneBody(String coding) throws IOException {
        byte[] packed = joined(pack(coding, TEXT), joined(pack(coding, new byte[0]), pack(coding, TEXT)));
        assertThat(unpack(coding, packed)).isEqualTo(joined(TEXT, TEXT));
        assertThat(unpack(coding, trickle(packed))).isEqualTo(joined(TEXT, TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBodyThatEndsAnywhereBeforeItsEndIsRefused(String coding) {
        byte[] packed = pack(coding, TEXT);
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpack(coding, cut)).as("%d of %d bytes", length, packed.length)
                    .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODING));
        }
    }

    @Test
    void anyOtherByteInGzipIsFound() {
        byte[] packed = pack("gzip", TEXT);
        for (int at = 10; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> unpack("gzip", damaged)).as("byte %d", at).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatFollowsTheEndIsNotPassedOver(String coding) {
        byte[] packed = joined(pack(coding, TEXT), "{\"id\":\"and another event\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> unpack(coding, packed)).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODING);
            assertThat(e.getMessage()).contains(coding).contains("after " + TEXT.length + " unpacked bytes");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aBombIsStoppedAtTheLimit(String coding) {
        byte[] bomb = pack(coding, new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> unpack(coding, bomb)).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void zstdMayNotReferFartherBackThanEightMegabytes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed).setLong(27)) {
            out.write(TEXT);
        }
        assertThatThrownBy(() -> unpack("zstd", packed.toByteArray())).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_CODING));
    }

    @Test
    void aCodingThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> unpack("br", TEXT)).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_CODING));
        assertThat(Unpacking.isPacked(" Identity")).isFalse();
        assertThat(Unpacking.isPacked("gzip, gzip")).isTrue();
    }

    @Test
    void aHeaderWithAllItsPartsIsRead() throws IOException {
        byte[] plain = pack("gzip", TEXT);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
        packed.write(new byte[] {3, 0, 1, 2, 3, 'n', 'a', 'm', 'e', 0, 'w', 'h', 'y', 0, 9, 9});
        packed.write(plain, 10, plain.length - 10);
        assertThat(unpack("gzip", packed.toByteArray())).isEqualTo(TEXT);
    }
}
