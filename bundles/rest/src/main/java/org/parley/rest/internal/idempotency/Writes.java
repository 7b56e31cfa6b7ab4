package org.parley.rest.internal.idempotency;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.parley.rest.internal.store.RestTables;

/** Puts idempotency keys and the audit log around the resource methods that write. */
@Component(service = DynamicFeature.class)
@JakartarsExtension
public final class Writes implements DynamicFeature {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Once the roles were checked, before anything is decoded; and last of all filters on the way back. */
    private static final int AFTER_ROLES = Priorities.AUTHORIZATION + 500;

    private final Replays replays;
    private final Audit audit;

    @Activate
    public Writes(@Reference RestTables tables) {
        this.replays = new Replays(tables);
        this.audit = new Audit(tables);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (writes(resource.getResourceMethod())) {
            context.register(replays, AFTER_ROLES);
            context.register(audit, Priorities.USER);
        }
    }

    static boolean writes(Method method) {
        return Stream.of(method.getAnnotations()).map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .anyMatch(http -> http != null && !READING.contains(http.value()));
    }
}
