package org.parley.benchmarks.volume;

import java.util.HashMap;
import java.util.Map;
import org.parley.itests.kit.Api;

/**
 * What a server's {@code /metrics} said at a moment.
 *
 * @param values by name with labels, as they are written
 */
record Metrics(Map<String, Double> values) {

    static Metrics of(Api api) {
        Map<String, Double> values = new HashMap<>();
        api.get("/metrics", "text/plain").expect(200).text().lines().filter(line -> !line.startsWith("#"))
                .forEach(line -> values.put(line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return new Metrics(values);
    }

    double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the metrics have no " + name);
        }
        return value;
    }

    /** What the last collection left in the heap, and what has grown old since. */
    double settledHeap() {
        return value("jvm_memory_pool_used_bytes{pool=\"Tenured Gen\"}")
                + value("jvm_memory_pool_used_bytes{pool=\"Survivor Space\"}");
    }

    double directMemory() {
        return value("jvm_buffer_pool_used_bytes{pool=\"direct\"}");
    }

    double threads() {
        return value("jvm_threads_current");
    }

    double head() {
        return value("parley_capture_head");
    }

    /** How far the timeline is behind the journal. */
    double timelineBehind() {
        return head() - value("parley_capture_reader_position{reader=\"timeline\"}");
    }

    /** How far the reader is behind that is furthest behind. */
    double mostBehind() {
        double least = values.entrySet().stream().filter(e -> e.getKey().startsWith("parley_capture_reader_position"))
                .mapToDouble(Map.Entry::getValue).min().orElse(0);
        return head() - least;
    }
}
