package org.parley.capture.internal.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.parley.capture.internal.rules.SchemaLibrary;

/** Checks values of keywords for what the meta-schema does not know: what is understood here, and what it costs. */
final class KeywordValues {

    /** Those whose checks take time linear in the length of the string. */
    private static final Set<String> FORMATS = Set.of("date-time", "date", "time", "uuid", "uri", "ipv4", "ipv6", "money", "price");
    private static final Set<String> COUNTS = Set.of("minLength", "maxLength", "minItems", "maxItems", "minContains",
            "maxContains", "minProperties", "maxProperties");
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1_000_000);
    /** Of all patterns of a schema together. */
    private static final long MAX_PATTERNS = 300;

    private final Findings findings;
    private long patterns;

    KeywordValues(Findings findings) {
        this.findings = findings;
    }

    JsonNode checked(String keyword, JsonNode value, String at) {
        if (keyword.equals("pattern") && value.isTextual()) {
            checkPattern(value.textValue(), at);
        } else if (keyword.equals("format") && !FORMATS.contains(value.asText())) {
            findings.add(at, "'" + at + "': there is no format '" + value.asText() + "' here; known are "
                    + String.join(", ", new TreeSet<>(FORMATS)));
        } else if (COUNTS.contains(keyword) && value.isNumber() && value.decimalValue().compareTo(MAX_COUNT) > 0) {
            findings.add(at, "'" + at + "' is at most " + MAX_COUNT.toPlainString());
        }
        return value;
    }

    void checkPattern(String regex, String at) {
        patterns += PatternCost.of(regex);
        if (patterns > MAX_PATTERNS) {
            findings.add(at, "'" + at + "': with repetitions written out, all patterns of a schema have at most "
                    + MAX_PATTERNS + " characters");
        } else {
            SchemaLibrary.patternFault(regex).ifPresent(fault -> findings.add(at, "'" + at + "' is no pattern of the RE2 "
                    + "syntax, which has all but what needs backtracking: " + fault));
        }
    }
}
