package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines however they arrive, against the text cut as a whole. The first byte of an input says how it arrives. */
class LinesFuzzTest {

    private static final int MAX = 40;

    @FuzzTest(maxDuration = "")
    void areTheSameHoweverTheyArrive(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] text = Arrays.copyOfRange(input, 1, input.length);
        List<String> expected = cut(new String(text, StandardCharsets.ISO_8859_1));

        assertThat(read(new ByteArrayInputStream(text))).isEqualTo(expected);
        assertThat(read(new Drops(text, 0, input[0]))).isEqualTo(expected);
    }

    private static List<String> cut(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.replaceAll(line -> line.length() > MAX ? "too long" : line);
        return lines;
    }

    private static List<String> read(InputStream in) throws IOException {
        Lines lines = new Lines(in, MAX, () -> { });
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(lines.isTooLong() ? "too long"
                    : new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.ISO_8859_1));
        }
        return read;
    }
}
