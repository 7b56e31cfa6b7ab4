package org.parley.capture.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.parley.capture.internal.intake.Upload;
import org.parley.common.ErrorCode;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is let in, and what is told to those who are refused. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** The caller's seller, if its key has one of these roles. */
    static SellerId seller(HttpServletRequest request, Set<Role> allowed) {
        Caller caller = Callers.of(request);
        if (!caller.may(allowed)) {
            throw new StateConflict(ErrorCode.FORBIDDEN, "this key has none of the roles " + allowed
                    + "; ask an admin for one that has");
        }
        return caller.seller();
    }

    /** Answers with the problem. */
    static void write(HttpServletRequest request, HttpServletResponse response, ParleyException failure) throws IOException {
        if (failure.code() == ErrorCode.INTERNAL) {
            LOG.error("request {} failed", Callers.requestId(request), failure);
        }
        if (failure.code() == ErrorCode.TOO_LARGE) {
            // The rest of the body is not worth reading, so the connection cannot be used again.
            response.setHeader("Connection", "close");
        }
        if (failure.code() == ErrorCode.UNSUPPORTED_CODING) {
            response.setHeader("Accept-Encoding", Upload.CODINGS);
        }
        Problems.write(response, Problem.of(failure, Callers.requestId(request)));
    }
}
