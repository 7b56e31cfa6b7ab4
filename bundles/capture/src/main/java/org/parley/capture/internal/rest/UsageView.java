package org.parley.capture.internal.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.capture.internal.metering.UsageAnswer;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.WindowKind;
import org.parley.capture.internal.meters.rollup.UsageQuery;
import org.parley.capture.internal.meters.rollup.UsageRow;
import org.parley.common.Values;

/** Usage as JSON: a page of lines, and what it rests on. */
final class UsageView {

    private UsageView() {}

    static Values of(UsageAnswer answer) {
        UsageQuery query = answer.query();
        Meter meter = query.meter();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("meter", meter.id());
        view.put("version", meter.version());
        view.put("aggregation", meter.definition().aggregation().label());
        view.put("timeZone", meter.definition().zone().getId());
        view.put("window", query.window().map(WindowKind::label).orElse("total"));
        view.put("from", query.from().toString());
        view.put("to", query.to().toString());
        view.put("complete", answer.complete());
        view.put("counted", answer.progress().counted());
        view.put("of", answer.progress().of());
        view.put("items", answer.rows().items().stream().map(row -> line(query, row)).toList());
        view.put("next", answer.rows().next().orElse(null));
        return Values.of(view);
    }

    private static Values line(UsageQuery query, UsageRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("windowStart", row.window().start().toString());
        line.put("windowEnd", row.window().end().toString());
        query.customer().ifPresent(customer -> line.put("customer", customer.value()));
        if (!query.groupBy().isEmpty() && !row.rest()) {
            line.put("group", row.group());
        }
        if (row.rest()) {
            line.put("rest", true);
        }
        row.value().ifPresent(value -> line.put("value", value.stripTrailingZeros()));
        line.put("events", row.events());
        line.put("withoutValue", row.withoutValue());
        return Values.of(line);
    }
}
