package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({"c080, 0", "41c1bf, 1", "e08080, 0", "eda080, 0", "edbfbf, 0", "f0808080, 0", "f4908080, 0", "f5808080, 0",
            "80, 0", "ff, 0", "4142434445464748c3, 8", "c341, 0", "e28241, 0", "f09f9841, 0", "e282, 0", "fe, 0"})
    void findsTheFirstByteThatBeginsNoCharacter(String hex, int at) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(at);
    }

    @Property
    void everyTextIsValid(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @Property(tries = 5000)
    void agreesWithTheJdk(@ForAll("almostText") byte[] bytes) {
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) < 0).isEqualTo(decodes(bytes));
    }

    @Provide
    Arbitrary<byte[]> almostText() {
        Arbitrary<Byte> telling = Arbitraries.of(0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf,
                0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff).map(Integer::byteValue);
        return Arbitraries.oneOf(telling, Arbitraries.bytes()).array(byte[].class).ofMaxSize(12);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
