package org.parley.reporting.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.parley.reporting.api.Description;
import org.parley.reporting.internal.ReportAnswer;
import org.parley.reporting.internal.Reports;
import org.parley.reporting.internal.Reports.Question;
import org.parley.rest.Allow;
import org.parley.rest.Callers;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;

/** The seller's reports: what there is, and each as JSON or CSV. */
@Component(service = ReportsResource.class)
@JakartarsResource
@Path("v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {

    /** Who does not say what to answer with, gets JSON: {@code qs} is the server's own preference. */
    private static final String CSV = "text/csv;charset=UTF-8;qs=0.5";

    private final Reports reports;
    private final Clock clock;

    @Activate
    public ReportsResource(@Reference Reports reports, @Reference Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** What is installed, with the parameters beyond {@code from} and {@code to}. */
    @GET
    @Allow({Role.STAFF, Role.ANALYST})
    public Page<Description> list() {
        return new Page<>(reports.list(), Optional.empty());
    }

    @GET
    @Path("{id}")
    @Allow({Role.STAFF, Role.ANALYST})
    public ReportView json(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security) {
        return ReportView.of(ask(id, uri, security));
    }

    @GET
    @Path("{id}")
    @Produces(CSV)
    @Allow({Role.STAFF, Role.ANALYST})
    public String csv(@PathParam("id") String id, @Context UriInfo uri, @Context SecurityContext security) {
        return Csv.of(ask(id, uri, security));
    }

    private ReportAnswer ask(String id, UriInfo uri, SecurityContext security) {
        SellerId seller = Callers.of(security).seller();
        LocalDate tomorrow = LocalDate.ofInstant(clock.now(seller), ZoneOffset.UTC).plusDays(1);
        return reports.ask(seller, id, question(uri.getQueryParameters(), tomorrow));
    }

    static Question question(Map<String, List<String>> given, LocalDate tomorrow) {
        Map<String, String> parameters = new HashMap<>();
        given.forEach((name, values) -> parameters.put(name, only(name, values)));
        Optional<LocalDate> from = day(parameters, "from");
        Optional<LocalDate> to = day(parameters, "to");
        return new Question(from, to.orElse(tomorrow), parameters);
    }

    private static String only(String name, List<String> values) {
        if (values.size() != 1) {
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, name, "'" + name + "' is given more than once");
        }
        return values.get(0);
    }

    private static Optional<LocalDate> day(Map<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.remove(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, name,
                    "'" + name + "' must be a day such as 2026-01-31");
        }
    }
}
