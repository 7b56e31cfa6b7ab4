package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The check of UTF-8 against the JDK's decoder: the same verdict, and the same place. */
class Utf8FuzzTest {

    @FuzzTest(maxDuration = "")
    void checksAsTheDecoderDoes(byte[] input) {
        assertThat(Utf8.firstInvalid(input, 0, input.length)).isEqualTo(decoded(input));
    }

    private static int decoded(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        boolean stopped = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, CharBuffer.allocate(input.length), true).isError();
        return stopped ? bytes.position() : -1;
    }
}
