package org.parley.capture.internal.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Values;

/**
 * A place in an event's data: a JSON Pointer (RFC 6901) such as {@code /quantity} or {@code /price/amount}. It names
 * one place and cannot search, so that to follow it costs the same whatever was sent.
 *
 * @param text  as it was written
 * @param steps the names on the way, {@code ~1} and {@code ~0} resolved
 */
public record Pointer(String text, List<String> steps) {

    private static final int MAX_LENGTH = 200;
    private static final Pattern FORM = Pattern.compile("(/([^~/]|~[01])*)+");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");

    /**
     * Reads a pointer.
     *
     * @param field what is read, for the message
     * @throws InvalidInput if the text is no pointer, or one to the whole
     */
    static Pointer parse(String field, String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, field, "'" + field + "' is a JSON Pointer into the event's data"
                    + " such as /quantity or /price/amount, of at most " + MAX_LENGTH + " characters");
        }
        List<String> steps = new ArrayList<>();
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new Pointer(text, List.copyOf(steps));
    }

    /** What stands there; empty if nothing or a null does. */
    Optional<Object> in(Values data) {
        @Nullable Object at = data;
        for (String step : steps) {
            at = child(at, step);
        }
        return Optional.ofNullable(at);
    }

    private static @Nullable Object child(@Nullable Object parent, String step) {
        if (parent instanceof Values object) {
            return object.asMap().get(step);
        }
        if (parent instanceof List<?> list && INDEX.matcher(step).matches()) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
