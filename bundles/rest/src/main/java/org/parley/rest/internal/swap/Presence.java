package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.jakartars.runtime.dto.ApplicationDTO;
import org.osgi.service.jakartars.whiteboard.JakartarsWhiteboardConstants;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.parley.common.Fault;

/**
 * Knows whether a module is there for requests: it says so itself by its condition, and the whiteboards serve all the
 * resources and servlets that it registered. They take them up some time after the registration.
 */
@Component(service = Presence.class)
public final class Presence {

    private static final long POLL_MILLIS = 5;
    private static final String CONDITION = "parley.ready.";

    private final JakartarsServiceRuntime resources;
    private final HttpServiceRuntime servlets;

    @Activate
    public Presence(@Reference JakartarsServiceRuntime resources, @Reference HttpServiceRuntime servlets) {
        this.resources = resources;
        this.servlets = servlets;
    }

    /** Whether the module says that it is ready. */
    public static boolean ready(Module module) {
        return services(module.bundle()).anyMatch(service -> (CONDITION + module.name()).equals(service.getProperty(Condition.CONDITION_ID)));
    }

    /**
     * Waits until the module is there.
     *
     * @throws Fault saying what is missing, if it is not after this time
     */
    void await(Module module, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> missing = missing(module);
        while (missing.isPresent()) {
            if (System.nanoTime() > deadline) {
                throw Fault.unavailable(missing.get() + " after " + limit.toSeconds() + " s; the log says why");
            }
            pause();
            missing = missing(module);
        }
    }

    /** Whether the module is there at this moment. */
    public boolean isThere(Module module) {
        return missing(module).isEmpty();
    }

    /** Whether the whiteboards serve all that this bundle has registered. */
    public boolean isServed(Bundle bundle) {
        return notServed(bundle).isEmpty();
    }

    private Optional<String> missing(Module module) {
        return ready(module) ? notServed(module.bundle())
                : Optional.of("the condition " + CONDITION + module.name() + " is not there");
    }

    private Optional<String> notServed(Bundle bundle) {
        Set<Long> served = served();
        return services(bundle).filter(Presence::toBeServed)
                .filter(service -> !served.contains(id(service)))
                .map(service -> "not served is " + objectClass(service))
                .findFirst();
    }

    private static List<String> objectClass(ServiceReference<?> service) {
        return List.of((String[]) service.getProperty(Constants.OBJECTCLASS));
    }

    private Set<Long> served() {
        Set<Long> ids = new HashSet<>();
        var rest = resources.getRuntimeDTO();
        Stream.concat(Stream.of(rest.defaultApplication), Stream.of(rest.applicationDTOs)).forEach(application -> collect(application, ids));
        var http = servlets.getRuntimeDTO();
        Stream.of(http.preprocessorDTOs).forEach(preprocessor -> ids.add(preprocessor.serviceId));
        for (var context : http.servletContextDTOs) {
            Stream.of(context.servletDTOs).forEach(servlet -> ids.add(servlet.serviceId));
            Stream.of(context.filterDTOs).forEach(filter -> ids.add(filter.serviceId));
        }
        return ids;
    }

    private static void collect(ApplicationDTO application, Set<Long> ids) {
        if (application != null) {
            Stream.of(application.resourceDTOs).forEach(resource -> ids.add(resource.serviceId));
            Stream.of(application.extensionDTOs).forEach(extension -> ids.add(extension.serviceId));
        }
    }

    private static boolean toBeServed(ServiceReference<?> service) {
        return Boolean.parseBoolean(String.valueOf(service.getProperty(JakartarsWhiteboardConstants.JAKARTA_RS_RESOURCE)))
                || Boolean.parseBoolean(String.valueOf(service.getProperty(JakartarsWhiteboardConstants.JAKARTA_RS_EXTENSION)))
                || service.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN) != null
                || service.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN) != null
                || objectClass(service).contains(Preprocessor.class.getName());
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
        return registered == null ? Stream.empty() : Stream.of(registered);
    }

    private static long id(ServiceReference<?> service) {
        return (Long) service.getProperty("service.id");
    }

    /** The whiteboards tell nobody that they have taken something up, so they are asked again and again. */
    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable("interrupted while waiting for the module");
        }
    }
}
