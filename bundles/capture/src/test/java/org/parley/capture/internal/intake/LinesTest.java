package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int MAX = 5;

    @Property(tries = 2000)
    void cutsAtNewlinesHoweverTheBytesArrive(
            @ForAll @Size(max = 8) List<@CharRange(from = 'a', to = 'c') @StringLength(max = 9) String> lines,
            @ForAll @IntRange(min = 1, max = 7) int step, @ForAll boolean endsWithNewline) throws IOException {
        String text = String.join("\n", lines) + (endsWithNewline && !lines.isEmpty() ? "\n" : "");
        List<String> expected = new ArrayList<>(text.isEmpty() ? List.of() : text.lines().toList());
        expected.replaceAll(line -> line.length() > MAX ? "too long" : line);

        assertThat(read(new Drops(text, step))).isEqualTo(expected);
    }

    @Test
    void aLineWithoutEndIsDropped() throws IOException {
        String text = "ab\n" + "x".repeat(1_000_000) + "\ncd";
        assertThat(read(new Drops(text, 10_000))).containsExactly("ab", "too long", "cd");
    }

    private static List<String> read(InputStream in) throws IOException {
        Lines lines = new Lines(in, MAX, () -> { });
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(lines.isTooLong() ? "too long"
                    : new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8));
        }
        return read;
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Drops extends ByteArrayInputStream {
        private final int step;

        Drops(String text, int step) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.step = step;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(step, length));
        }
    }
}
