package org.parley.pricing.internal.rest;

import java.util.List;
import java.util.Optional;
import org.parley.common.Values;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.store.LateRows;

/** Usage that is listed and not counted, as clients see it. */
final class LateUsageView {

    private LateUsageView() {}

    static Values of(LateRows.Late late) {
        return new Tree().put("source", late.source()).put("id", late.id()).put("time", late.time())
                .put("unit", late.line().map(UsageLine::unit)).put("quantity", late.line().map(UsageLine::quantity))
                .put("reason", late.reason()).put("detail", late.detail()).put("position", late.position()).build();
    }

    /** How many events there are, and what they sum up to; empty if there is none. */
    static Optional<Values> totals(List<LateRows.Total> totals) {
        if (totals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Tree()
                .put("events", totals.stream().mapToLong(LateRows.Total::events).sum())
                .put("uncountable", totals.stream().filter(total -> total.unit().isEmpty())
                        .mapToLong(LateRows.Total::events).sum())
                .put("usage", CycleView.usage(totals.stream().filter(total -> !total.unit().isEmpty())
                        .map(total -> new UsageLine(total.unit(), total.quantity())).toList()))
                .build());
    }
}
