package org.parley.capture.internal.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.parley.capture.internal.Capture;
import org.parley.common.ErrorCode;
import org.parley.common.ParleyException;
import org.parley.common.StateConflict;
import org.parley.seller.api.Clock;

/** Events in and out. A servlet and no resource: on this path the REST framework would cost more than the work does. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("parley-events")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + EventsContext.NAME + ")")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Sending sending;
    private final transient Reading reading;

    @Activate
    public EventsServlet(@Reference Capture capture, @Reference Clock clock) {
        this.sending = new Sending(capture, clock);
        this.reading = new Reading(capture);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireExactPath(request);
            switch (request.getMethod()) {
                case "POST" -> sending.post(request, response);
                case "GET", "HEAD" -> reading.get(request, response);
                default -> throw notAllowed(response);
            }
        } catch (ParleyException e) {
            Refusals.write(request, response, e);
        }
    }

    /** The context takes all that begins with its path. */
    private static void requireExactPath(HttpServletRequest request) {
        if (!Optional.ofNullable(request.getPathInfo()).orElse("").isEmpty()) {
            throw new StateConflict(ErrorCode.NOT_FOUND, "nothing is served at this path; one event is asked for with "
                    + "/api/v1/events?source=&id=");
        }
    }

    private static StateConflict notAllowed(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, POST");
        return new StateConflict(ErrorCode.METHOD_NOT_ALLOWED, "events are sent with POST and read with GET");
    }
}
