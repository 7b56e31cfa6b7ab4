package org.parley.fold;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plugins that are installed at present, by name. Of several with one name the highest service ranking counts, and
 * among equals the latest, which is the newer one while a bundle is replaced.
 */
public final class Plugins<P> {

    private record Entry<P>(String name, int ranking, long serviceId, P plugin) {

        boolean outranks(Entry<P> other) {
            return ranking != other.ranking ? ranking > other.ranking : serviceId > other.serviceId;
        }
    }

    private final Map<Long, Entry<P>> entries = new HashMap<>();
    private volatile Map<String, P> snapshot = Map.of();

    /** @param properties the service's, for {@code service.id} and {@code service.ranking} */
    public synchronized void add(String name, P plugin, Map<String, ?> properties) {
        long id = id(properties);
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        entries.put(id, new Entry<>(name, ranking, id, plugin));
        publish();
    }

    public synchronized void remove(Map<String, ?> properties) {
        entries.remove(id(properties));
        publish();
    }

    /** An immutable view in the order of names; it does not change when a plugin comes or goes. */
    public Map<String, P> snapshot() {
        return snapshot;
    }

    private void publish() {
        Map<String, Entry<P>> best = new TreeMap<>();
        entries.values().forEach(entry -> best.merge(entry.name(), entry, (a, b) -> a.outranks(b) ? a : b));
        Map<String, P> next = new TreeMap<>();
        best.forEach((name, entry) -> next.put(name, entry.plugin()));
        snapshot = Collections.unmodifiableMap(next);
    }

    private static long id(Map<String, ?> properties) {
        return (Long) properties.get("service.id");
    }
}
