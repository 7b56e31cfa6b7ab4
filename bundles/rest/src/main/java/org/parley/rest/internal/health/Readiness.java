package org.parley.rest.internal.health;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.condition.Condition;
import org.parley.rest.internal.RestOptions;

/** Which of the required modules are ready: each says so by a condition {@code parley.ready.<module>}. */
@Component(service = Readiness.class, configurationPid = RestOptions.PID)
public final class Readiness {

    private static final String PREFIX = "parley.ready.";

    private final List<String> required;
    private final Map<Long, String> ready = new ConcurrentHashMap<>();

    @Activate
    public Readiness(RestOptions options) {
        this.required = Stream.of(options.required_modules())
                .flatMap(list -> Stream.of(list.split(","))).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    @Reference(target = "(osgi.condition.id=" + PREFIX + "*)", cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addCondition(Condition condition, Map<String, Object> properties) {
        String id = String.valueOf(properties.get(Condition.CONDITION_ID));
        ready.put((Long) properties.get("service.id"), id.substring(PREFIX.length()));
    }

    void removeCondition(Condition condition, Map<String, Object> properties) {
        ready.remove((Long) properties.get("service.id"));
    }

    /** The answer to whether the server is ready: {@code missing} names the required modules that are not. */
    public record Answer(String status, List<String> missing) {

        boolean complete() {
            return missing.isEmpty();
        }
    }

    public Answer answer() {
        List<String> missing = required.stream().filter(module -> !ready.containsValue(module)).toList();
        return new Answer(missing.isEmpty() ? "ready" : "not-ready", missing);
    }
}
