package org.parley.pricing.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.parley.common.Page;
import org.parley.common.Values;
import org.parley.pricing.internal.strategy.InstalledStrategy;
import org.parley.pricing.internal.strategy.StrategyGuard;
import org.parley.pricing.internal.strategy.StrategyRegistry;
import org.parley.rest.Allow;
import org.parley.seller.api.Role;

/** The strategies that are installed. */
@Component(service = StrategiesResource.class)
@JakartarsResource
@Path("v1/strategies")
@Produces(MediaType.APPLICATION_JSON)
public final class StrategiesResource {

    private final StrategyRegistry registry;
    private final StrategyGuard guard;

    @Activate
    public StrategiesResource(@Reference StrategyRegistry registry, @Reference StrategyGuard guard) {
        this.registry = registry;
        this.guard = guard;
    }

    @GET
    @Allow({Role.STAFF, Role.ANALYST, Role.INGEST})
    public Page<Values> list() {
        StrategyRegistry.Snapshot snapshot = registry.snapshot();
        return new Page<>(snapshot.all().stream().map(each -> view(snapshot, each)).toList(), Optional.empty());
    }

    private Values view(StrategyRegistry.Snapshot snapshot, InstalledStrategy each) {
        boolean answers = snapshot.named(each.name()).filter(first -> first == each).isPresent();
        String status = each.circuit().quarantined(guard.limits()) ? "quarantined" : answers ? "active" : "standby";
        return new Tree().put("name", each.name()).put("bundle", each.bundle()).put("version", each.version())
                .put("status", status).put("failures", each.circuit().failures())
                .put("hangingThreads", each.circuit().hanging())
                .put("lastFailure", each.circuit().last().map(failure ->
                        new Tree().put("at", failure.at()).put("what", failure.what()).build())).build();
    }
}
