package org.parley.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginsTest {

    private final Plugins<String> plugins = new Plugins<>();

    private static Map<String, Object> service(long id, int ranking) {
        return Map.of("service.id", id, "service.ranking", ranking);
    }

    @Test
    void theHighestRankingThenTheLatestCounts() {
        plugins.add("a", "old", service(1, 0));
        plugins.add("a", "new", service(2, 0));
        assertThat(plugins.snapshot()).containsEntry("a", "new");
        plugins.add("a", "preferred", service(0, 5));
        assertThat(plugins.snapshot()).containsEntry("a", "preferred");
        plugins.remove(service(0, 5));
        plugins.remove(service(2, 0));
        assertThat(plugins.snapshot()).containsEntry("a", "old");
    }

    @Test
    void aSnapshotStaysAsItWas() {
        plugins.add("a", "one", service(1, 0));
        Map<String, String> before = plugins.snapshot();
        plugins.remove(service(1, 0));
        assertThat(before).containsOnlyKeys("a");
        assertThat(plugins.snapshot()).isEmpty();
    }
}
