package org.parley.capture.internal.rest;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * Takes one path out of the REST framework's, which owns all of {@code /api}: of several contexts, the one with the
 * longest path is asked first.
 */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = EventsContext.NAME, path = "/api/v1/events")
public final class EventsContext extends ServletContextHelper {

    static final String NAME = "parley-events";

    @Activate
    public EventsContext() {}
}
