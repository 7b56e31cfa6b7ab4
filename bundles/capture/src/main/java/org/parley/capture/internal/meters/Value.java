package org.parley.capture.internal.meters;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a meter's path in an event's data: a text, a number or a truth value. A text that is written like a
 * JSON number is one, since money is written so.
 */
public final class Value {

    /** Stands for the value of an event that is only counted. */
    public static final Value NONE = new Value("");

    /** As at the intake: longer numbers are dear to use. Other modules' events are not checked there. */
    private static final int MAX_LENGTH = 100;
    private static final int MAX_EXPONENT = 400;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private final Object value;

    private Value(Object value) {
        this.value = value;
    }

    /** The value, if it is one of the three kinds. */
    public static Optional<Value> of(@Nullable Object json) {
        if (json instanceof BigDecimal number) {
            return bounded(number);
        }
        return json instanceof String || json instanceof Boolean ? Optional.of(new Value(json)) : Optional.empty();
    }

    /** The value, if it is a number or written like one, with at most 100 digits and an exponent within ±400. */
    public static Optional<Value> ofNumber(@Nullable Object json) {
        if (json instanceof BigDecimal number) {
            return bounded(number);
        }
        boolean written = json instanceof String text && text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches();
        return written ? bounded(new BigDecimal((String) json)) : Optional.empty();
    }

    private static Optional<Value> bounded(BigDecimal number) {
        boolean fits = number.precision() <= MAX_LENGTH && Math.abs((long) number.scale()) <= MAX_EXPONENT + MAX_LENGTH;
        return fits ? Optional.of(new Value(number)) : Optional.empty();
    }

    BigDecimal number() {
        return (BigDecimal) value;
    }

    /** Values are the same if they are equal as JSON: {@code 1} is {@code 1.0}, and is not {@code "1"}. */
    Member member() {
        return Member.of(value.getClass().getSimpleName().charAt(0) + text());
    }

    /** As a group is called: {@code 1.50} is {@code 1.5}. */
    String text() {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
