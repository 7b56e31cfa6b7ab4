package org.parley.capture.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times against the standard's grammar and the JDK's strict parser. */
class Rfc3339FuzzTest {

    /** The rule {@code date-time} of RFC 3339, section 5.6; more than nine decimals are none of ours. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter STRICT = DateTimeFormatter.ISO_OFFSET_DATE_TIME
            .withResolverStyle(ResolverStyle.STRICT);

    @FuzzTest(maxDuration = "")
    void readsWhatTheGrammarAllows(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        assertThat(Rfc3339.parse(text)).as("%s", text).isEqualTo(reference(text));
    }

    private static Optional<Instant> reference(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), STRICT).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
