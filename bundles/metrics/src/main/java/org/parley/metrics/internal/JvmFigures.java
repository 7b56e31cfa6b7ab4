package org.parley.metrics.internal;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** What the Java machine uses: memory, threads, garbage collection, uptime. Read when asked for, never in between. */
final class JvmFigures {

    private static final double MILLIS = 1000.0;

    void register(PrometheusRegistry registry) {
        memory(registry);
        pools(registry);
        threads(registry);
        collections(registry);
    }

    private static void memory(PrometheusRegistry registry) {
        GaugeWithCallback.builder().name("jvm_memory_used_bytes").help("Memory in use.").labelNames("area")
                .callback(out -> {
                    out.call(heap().getUsed(), "heap");
                    out.call(ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed(), "nonheap");
                }).register(registry);
        GaugeWithCallback.builder().name("jvm_memory_max_bytes").help("The most memory the heap may take.").labelNames("area")
                .callback(out -> out.call(heap().getMax(), "heap")).register(registry);
    }

    private static void pools(PrometheusRegistry registry) {
        GaugeWithCallback.builder().name("jvm_memory_pool_used_bytes").help("Memory in use, by pool.").labelNames("pool")
                .callback(out -> ManagementFactory.getMemoryPoolMXBeans()
                        .forEach(pool -> out.call(pool.getUsage().getUsed(), pool.getName()))).register(registry);
        GaugeWithCallback.builder().name("jvm_buffer_pool_used_bytes").help("Memory in use outside of the heap, by kind of buffer.")
                .labelNames("pool").callback(out -> ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
                        .forEach(pool -> out.call(pool.getMemoryUsed(), pool.getName()))).register(registry);
    }

    private static void threads(PrometheusRegistry registry) {
        GaugeWithCallback.builder().name("jvm_threads_current").help("Live threads.")
                .callback(out -> out.call(ManagementFactory.getThreadMXBean().getThreadCount())).register(registry);
        GaugeWithCallback.builder().name("process_uptime_seconds").help("Time since the Java machine was started.").unit(Unit.SECONDS)
                .callback(out -> out.call(ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS)).register(registry);
    }

    private static void collections(PrometheusRegistry registry) {
        CounterWithCallback.builder().name("jvm_gc_collections_total").help("Garbage collections.").labelNames("gc")
                .callback(out -> collectors().forEach(gc -> out.call(gc.getCollectionCount(), gc.getName()))).register(registry);
        CounterWithCallback.builder().name("jvm_gc_seconds_total").help("Time spent in garbage collections.").labelNames("gc")
                .callback(out -> collectors().forEach(gc -> out.call(gc.getCollectionTime() / MILLIS, gc.getName()))).register(registry);
    }

    private static List<GarbageCollectorMXBean> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans();
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
