package org.parley.capture.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.capture.internal.journal.Json;

/** Numbers against JSON's grammar and the JDK's big ones: what is let in is one, and cheap to reckon with. */
class NumbersFuzzTest {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE]([+-]?[0-9]+))?");
    private static final BigInteger MOST = BigInteger.valueOf(400);

    @FuzzTest(maxDuration = "")
    void letsInWhatIsCheap(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.ISO_8859_1).strip();
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return;
        }
        try (JsonParser parser = Json.FACTORY.createParser(text.getBytes(StandardCharsets.ISO_8859_1))) {
            parser.nextToken();
            Faults faults = new Faults();
            Numbers.check(parser, Where.DATA, faults);
            assertThat(faults.isEmpty()).as("%s", text).isEqualTo(isCheap(text, number.group(4)));
            if (faults.isEmpty()) {
                assertThat(new BigDecimal(text).add(BigDecimal.ONE).precision()).isLessThan(1000);
            }
        } catch (JsonProcessingException e) {
            assertThat(text).as("refused by the parser").hasSizeGreaterThan(100);
        }
    }

    private static boolean isCheap(String text, String exponent) {
        return text.length() <= 100 && (exponent == null || new BigInteger(exponent).abs().compareTo(MOST) <= 0);
    }
}
