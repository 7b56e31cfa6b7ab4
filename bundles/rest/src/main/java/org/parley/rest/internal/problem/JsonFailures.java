package org.parley.rest.internal.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.InvalidInput.FieldError;
import org.parley.common.ParleyException;
import org.parley.rest.Problem;

/** Tells what is wrong with a JSON body: where, which field, and what was wanted, in JSON's words and not in Java's. */
final class JsonFailures {

    /** The one mistake in well-formed JSON that only the parser's own words tell. */
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']*)'");

    private JsonFailures() {}

    static Problem problem(JsonProcessingException failure, String instance) {
        String field = failure instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput input) {
                return Failures.problem(field.isEmpty() ? input : input.under(field), instance);
            }
            if (cause instanceof ParleyException || cause instanceof CharacterCodingException) {
                return Failures.problem(cause, instance);
            }
            if (cause != failure && (cause instanceof StreamReadException || cause instanceof StreamConstraintsException)) {
                // The mapper wraps what the parser says and adds only how far it had come.
                return problem((JsonProcessingException) cause, instance);
            }
        }
        if (!causedByCaller(failure)) {
            return Failures.internal(instance);
        }
        String what = what(failure, field);
        return Problem.of(ErrorCode.MALFORMED_JSON, what + where(failure.getLocation()), instance,
                field.isEmpty() ? List.of() : List.of(new FieldError(field, ErrorCode.MALFORMED_JSON, what)));
    }

    /** Whether the body is to blame and not, say, a type that cannot be written. */
    private static boolean causedByCaller(JsonProcessingException failure) {
        boolean reading = failure instanceof MismatchedInputException || failure instanceof StreamReadException
                || failure instanceof StreamConstraintsException;
        boolean wrapped = failure instanceof JsonMappingException mapping && mapping.getProcessor() instanceof JsonParser
                && !(failure instanceof InvalidDefinitionException);
        return reading || wrapped;
    }

    private static String what(JsonProcessingException failure, String field) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "there is no field '" + shown(field) + "' here" + known(unknown);
        }
        if (failure instanceof InvalidFormatException format) {
            return subject(field) + " must be " + JsonWords.of(format.getTargetType());
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch, field);
        }
        if (failure instanceof JsonMappingException) {
            return subject(field) + " is not allowed";
        }
        return syntax(failure);
    }

    private static String mismatch(MismatchedInputException failure, String field) {
        String raw = failure.getOriginalMessage();
        if (raw.startsWith("Missing required creator property") || raw.startsWith("Null value for creator property")) {
            return subject(field) + " is missing";
        }
        if (raw.startsWith("No content to map")) {
            return "a body is wanted and there is none";
        }
        if (raw.startsWith("Trailing token")) {
            return "there is something after the end of the body's value";
        }
        return subject(field) + " must be " + JsonWords.of(failure.getTargetType());
    }

    private static String syntax(JsonProcessingException failure) {
        if (failure instanceof InputCoercionException) {
            return "a number is out of range";
        }
        if (failure instanceof StreamConstraintsException) {
            return failure.getOriginalMessage().replaceAll(",? ?from `[^`]*`", "");
        }
        if (failure instanceof JsonEOFException) {
            return "the body ends in the middle of a value";
        }
        Matcher twice = DUPLICATE.matcher(failure.getOriginalMessage());
        return twice.lookingAt() ? "the field '" + shown(twice.group(1)) + "' is there twice" : "the body is no well-formed JSON";
    }

    private static String known(UnrecognizedPropertyException failure) {
        return failure.getKnownPropertyIds() == null || failure.getKnownPropertyIds().isEmpty() ? ""
                : "; known are " + failure.getKnownPropertyIds().stream().map(String::valueOf).sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String subject(String field) {
        return field.isEmpty() ? "the body" : "'" + shown(field) + "'";
    }

    private static String shown(String field) {
        return field.length() > 100 ? field.substring(0, 100) + "…" : field;
    }

    private static String where(JsonLocation location) {
        return location == null || location.getLineNr() < 0 ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }
}
