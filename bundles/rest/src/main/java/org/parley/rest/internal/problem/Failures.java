package org.parley.rest.internal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.ParleyException;
import org.parley.rest.Problem;

/** Which problem tells which failure. What was not raised on purpose says nothing but the request's id. */
public final class Failures {

    private Failures() {}

    public static Problem problem(Throwable failure, String instance) {
        if (failure instanceof InvalidInput input) {
            return Problem.of(input.code(), input.getMessage(), instance, input.errors());
        }
        if (failure instanceof ParleyException known && known.code() != ErrorCode.INTERNAL) {
            return Problem.of(known.code(), known.getMessage(), instance);
        }
        if (failure instanceof JsonProcessingException json) {
            return JsonFailures.problem(json, instance);
        }
        if (failure instanceof CharacterCodingException) {
            return Problem.of(ErrorCode.MALFORMED_JSON, "the body is not UTF-8; send JSON in UTF-8", instance);
        }
        if (failure instanceof WebApplicationException web) {
            return web(web, instance);
        }
        return internal(instance);
    }

    /** The problem of a fault of ours. */
    static Problem internal(String instance) {
        return Problem.of(ErrorCode.INTERNAL,
                "something failed on our side; it is in the server's log under this request's id", instance);
    }

    private static Problem web(WebApplicationException failure, String instance) {
        if (failure.getCause() instanceof ParleyException known) {
            return problem(known, instance);
        }
        return ofStatus(failure.getResponse().getStatus(), instance);
    }

    /** The problem of a status that a layer below us chose by itself. */
    public static Problem ofStatus(int status, String instance) {
        ErrorCode code = Statuses.code(status);
        if (code == ErrorCode.INTERNAL) {
            return internal(instance);
        }
        Problem problem = Problem.of(code, detail(code), instance, List.of());
        return new Problem(problem.type(), problem.title(), status, problem.detail(), instance, problem.errors());
    }

    private static String detail(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "nothing is served at this path, or a part of the path cannot be read";
            case METHOD_NOT_ALLOWED -> "this path takes other methods; they are in the header Allow";
            case NOT_ACCEPTABLE -> "ask for application/json in the header Accept";
            case UNSUPPORTED_MEDIA_TYPE -> "send the body as application/json in the header Content-Type";
            default -> code.title();
        };
    }
}
