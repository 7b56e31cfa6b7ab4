package org.parley.capture.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.intake.Outcome;
import org.parley.capture.internal.journal.Json;
import org.parley.capture.internal.journal.StoredEvent;
import org.parley.common.ErrorCode;
import org.parley.common.Page;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.rest.Callers;
import org.parley.rest.Problem;
import org.parley.rest.Problems;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Clock;
import org.parley.seller.api.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events in and out. A servlet and no resource: on this path the REST framework would cost more than the work does. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("parley-events")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + EventsContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);
    private static final Set<Role> SENDERS = EnumSet.of(Role.INGEST);
    private static final Set<Role> READERS = EnumSet.of(Role.ANALYST, Role.STAFF);

    private final transient Capture capture;
    private final transient Clock clock;

    @Activate
    public EventsServlet(@Reference Capture capture, @Reference Clock clock) {
        this.capture = capture;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireExactPath(request);
            switch (request.getMethod()) {
                case "POST" -> post(request, response);
                case "GET", "HEAD" -> get(request, response);
                default -> throw notAllowed(response);
            }
        } catch (ParleyException e) {
            if (e.code() == ErrorCode.INTERNAL) {
                LOG.error("request {} failed", Callers.requestId(request), e);
            }
            if (e.code() == ErrorCode.TOO_LARGE) {
                // The rest of the body is not worth reading, so the connection cannot be used again.
                response.setHeader("Connection", "close");
            }
            Problems.write(response, Problem.of(e, Callers.requestId(request)));
        }
    }

    /** The context takes all that begins with its path. */
    private static void requireExactPath(HttpServletRequest request) {
        if (!Optional.ofNullable(request.getPathInfo()).orElse("").isEmpty()) {
            throw new StateConflict(ErrorCode.NOT_FOUND, "nothing is served at this path");
        }
    }

    private static void checkPath(HttpServletRequest request) {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            throw new StateConflict(ErrorCode.NOT_FOUND, "nothing is served at this path; one event is asked for with "
                    + "/api/v1/events?source=&id=");
        }
    }

    private static StateConflict notAllowed(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, POST");
        return new StateConflict(ErrorCode.METHOD_NOT_ALLOWED, "events are sent with POST and read with GET");
    }

    private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SellerId seller = seller(request, SENDERS);
        Instant now = clock.now(seller);
        String mediaType = Optional.ofNullable(request.getContentType()).orElse("");
        Outcome outcome = capture.intake().take(seller, now, mediaType, request.getContentLengthLong(),
                request.getInputStream());
        capture.figures().count(outcome);
        OutcomeJson answer = new OutcomeJson(outcome, Callers.requestId(request));
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType());
        write(response, answer::write);
    }

    private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SellerId seller = seller(request, READERS);
        Parameters parameters = new Parameters(request.getParameterMap());
        JsonWriting answer = parameters.event().map(wanted -> one(seller, wanted.source(), wanted.id()))
                .orElseGet(() -> page(seller, parameters));
        response.setContentType("application/json");
        write(response, answer);
    }

    private JsonWriting one(SellerId seller, String source, String id) {
        Optional<StoredEvent> event = capture.journal().find(seller, source, id);
        if (event.isPresent()) {
            long counted = capture.journal().readers().countedUpTo();
            return out -> EventItemJson.write(out, event.get(), counted);
        }
        return capture.rejects().find(seller, source, id)
                .<JsonWriting>map(rejected -> out -> EventItemJson.write(out, rejected))
                .orElseThrow(() -> StateConflict.absent("event", id));
    }

    private JsonWriting page(SellerId seller, Parameters parameters) {
        Page<StoredEvent> page = capture.history().page(parameters.timeline(seller));
        long counted = capture.journal().readers().countedUpTo();
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (StoredEvent event : page.items()) {
                EventItemJson.write(out, event, counted);
            }
            out.writeEndArray();
            out.writeStringField("next", page.next().orElse(null));
            out.writeEndObject();
        };
    }

    private interface JsonWriting {
        void to(JsonGenerator out) throws IOException;
    }

    private static void write(HttpServletResponse response, JsonWriting writing) throws IOException {
        try (JsonGenerator out = Json.FACTORY.createGenerator(response.getOutputStream())) {
            writing.to(out);
        }
    }

    private static SellerId seller(HttpServletRequest request, Set<Role> allowed) {
        Caller caller = Callers.of(request);
        if (!caller.may(allowed)) {
            throw new StateConflict(ErrorCode.FORBIDDEN, "this key has none of the roles " + allowed
                    + "; ask an admin for one that has");
        }
        return caller.seller();
    }
}
