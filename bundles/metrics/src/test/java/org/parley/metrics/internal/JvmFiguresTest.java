package org.parley.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JvmFiguresTest {

    @Test
    void tellsWhatTheJavaMachineUses() throws Exception {
        PrometheusRegistry registry = new PrometheusRegistry();
        new JvmFigures().register(registry);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.builder().build().write(text, registry.scrape());
        assertThat(text.toString(StandardCharsets.UTF_8))
                .containsPattern("jvm_memory_used_bytes\\{area=\"heap\"} [1-9]")
                .containsPattern("jvm_memory_pool_used_bytes\\{pool=\"Metaspace\"} [1-9]")
                .containsPattern("jvm_buffer_pool_used_bytes\\{pool=\"direct\"} [0-9]")
                .containsPattern("jvm_threads_current [1-9]")
                .containsPattern("process_uptime_seconds [0-9]")
                .containsPattern("jvm_gc_collections_total\\{gc=\"[^\"]+\"} [0-9]");
    }
}
