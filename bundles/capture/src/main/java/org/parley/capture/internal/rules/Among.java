package org.parley.capture.internal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The only values that are allowed, none of them an array or an object. */
final class Among {

    private final Set<String> texts = new HashSet<>();
    private final List<BigDecimal> numbers = new ArrayList<>();
    private final Set<Boolean> flags = new HashSet<>();
    private boolean orNull;

    Among(Iterable<JsonNode> values) {
        for (JsonNode value : values) {
            switch (value.getNodeType()) {
                case STRING -> texts.add(value.textValue());
                case NUMBER -> numbers.add(value.decimalValue());
                case BOOLEAN -> flags.add(value.booleanValue());
                default -> orNull = true;
            }
        }
    }

    boolean holds(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> orNull;
            case VALUE_TRUE -> flags.contains(true);
            case VALUE_FALSE -> flags.contains(false);
            case VALUE_STRING -> texts.contains(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> isNumber(parser.getDecimalValue());
            default -> false;
        };
    }

    private boolean isNumber(BigDecimal value) {
        return numbers.stream().anyMatch(number -> number.compareTo(value) == 0);
    }
}
