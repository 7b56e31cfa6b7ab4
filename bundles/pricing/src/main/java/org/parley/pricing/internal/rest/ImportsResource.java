package org.parley.pricing.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.pricing.internal.imports.ImportResult;
import org.parley.pricing.internal.imports.Importer;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.parley.seller.api.Role;

/** Takes payments that were made elsewhere. */
@Component(service = ImportsResource.class)
@JakartarsResource
@Path("v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

    /** A line that was not taken. */
    public record Rejected(long index, String id, Problem problem) {}

    /** What became of the lines; {@code rejectedUntold} counts those beyond the listed ones. */
    public record Taken(long accepted, long duplicates, List<Rejected> rejected, Optional<Long> rejectedUntold) {}

    /** The same when no line was taken, as a problem with these members beside its own. */
    public record NothingTaken(String type, String title, int status, String detail, String instance, long accepted,
            long duplicates, List<Rejected> rejected, Optional<Long> rejectedUntold) {

        static NothingTaken of(Taken taken, String instance) {
            long lines = taken.rejected().size() + taken.rejectedUntold().orElse(0L);
            Problem problem = Problem.of(ErrorCode.INVALID_INPUT,
                    "none of the " + lines + " lines was taken; 'rejected' says why", instance);
            return new NothingTaken(problem.type(), problem.title(), problem.status(), problem.detail(), instance,
                    taken.accepted(), taken.duplicates(), taken.rejected(), taken.rejectedUntold());
        }
    }

    private final Importer importer;

    @Activate
    public ImportsResource(@Reference Importer importer) {
        this.importer = importer;
    }

    @POST
    @Path("cycles")
    @Consumes("application/x-ndjson")
    @Allow(Role.INGEST)
    public Response cycles(InputStream body, @Context SecurityContext security, @Context HttpServletRequest request) {
        ImportResult result = importer.take(Callers.of(security).seller(), body);
        String instance = Callers.requestId(request);
        Taken taken = new Taken(result.accepted(), result.duplicates(),
                result.rejected().stream().map(line -> view(line, instance)).toList(),
                Optional.of(result.rejectedUntold()).filter(count -> count > 0));
        if (!result.allRejected()) {
            return Response.ok(taken, MediaType.APPLICATION_JSON).build();
        }
        NothingTaken nothing = NothingTaken.of(taken, instance);
        return Response.status(nothing.status()).entity(nothing).type(Problem.MEDIA_TYPE).build();
    }

    private static Rejected view(ImportResult.Rejected line, String instance) {
        return new Rejected(line.index(), line.id(), Problem.of(line.code(), line.detail(), instance,
                List.of(new InvalidInput.FieldError(line.field(), line.code(), line.detail()))));
    }
}
