package org.parley.rest.internal.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.rest.Problem;

/** Catches every failure of a resource; {@link FailureAnswer}, which knows the request, turns it into the answer. */
@Component(service = ExceptionMapper.class)
@JakartarsExtension
public final class FailureMapper implements ExceptionMapper<Throwable> {

    /** A failure on its way to become an answer. */
    record Failed(Throwable failure) {}

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Response.ResponseBuilder answer = Response.status(Problem.of(failure, "").status());
        if (failure instanceof WebApplicationException web) {
            web.getResponse().getAllowedMethods().stream().reduce((a, b) -> a + ", " + b).ifPresent(allow -> answer.header("Allow", allow));
        }
        return answer.entity(new Failed(failure)).type(Problem.MEDIA_TYPE).build();
    }
}
