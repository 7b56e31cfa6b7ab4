package org.parley.capture.internal;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows the module's figures to the metrics; they are read when asked for and cost nothing in between. */
@Component(service = {})
public final class CaptureMetrics {

    private static final double NANOS = 1e9;

    private final Capture capture;
    private final PrometheusRegistry registry;
    private final List<Collector> collectors;

    @Activate
    public CaptureMetrics(@Reference Capture capture, @Reference PrometheusRegistry registry) {
        this.capture = capture;
        this.registry = registry;
        this.collectors = List.of(events(), readers(),
                counter("parley_capture_commits_total", "Commits to the journal.", c -> c.journal().figures().commits()),
                counter("parley_capture_committed_events_total", "Events in those commits, also those of other modules.",
                        c -> c.journal().figures().events()),
                counter("parley_capture_committed_bytes_total", "Bytes in those commits, before compression.",
                        c -> c.journal().figures().bytes()),
                counter("parley_capture_commit_seconds_total", "Time those commits took.",
                        c -> c.journal().figures().nanos() / NANOS),
                gauge("parley_capture_queue_depth", "Appends that wait to be written.", c -> c.journal().queueDepth()),
                gauge("parley_capture_head", "The position of the last event.", c -> c.journal().head()));
        collectors.forEach(registry::register);
    }

    private Collector events() {
        return CounterWithCallback.builder().name("parley_capture_events_total").help("Events sent, by what became of them.")
                .labelNames("outcome").callback(out -> {
                    out.call(capture.figures().accepted(), "accepted");
                    out.call(capture.figures().duplicates(), "duplicate");
                    out.call(capture.figures().rejected(), "rejected");
                }).build();
    }

    private Collector readers() {
        return GaugeWithCallback.builder().name("parley_capture_reader_position")
                .help("How far each reader has durably counted.").labelNames("reader")
                .callback(out -> capture.journal().readers().all().forEach((name, at) -> out.call(at, name))).build();
    }

    private Collector counter(String name, String help, ToDoubleFunction<Capture> value) {
        return CounterWithCallback.builder().name(name).help(help)
                .callback(out -> out.call(value.applyAsDouble(capture))).build();
    }

    private Collector gauge(String name, String help, ToDoubleFunction<Capture> value) {
        return GaugeWithCallback.builder().name(name).help(help)
                .callback(out -> out.call(value.applyAsDouble(capture))).build();
    }

    @Deactivate
    void deactivate() {
        collectors.forEach(registry::unregister);
    }
}
