package org.parley.pricing.internal.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two sums of the same usage, by unit: what the database says, and what the journal's events come to. */
final class Account {

    private final Map<String, BigDecimal> said = new HashMap<>(4);
    private final Map<String, BigDecimal> seen = new HashMap<>(4);

    void say(String unit, BigDecimal quantity) {
        said.merge(unit, quantity, BigDecimal::add);
    }

    void see(String unit, BigDecimal quantity) {
        seen.merge(unit, quantity, BigDecimal::add);
    }

    /** What differs, a line for each unit. */
    List<String> faults(String what) {
        List<String> faults = new ArrayList<>();
        Map<String, BigDecimal> units = new TreeMap<>(said);
        seen.forEach(units::putIfAbsent);
        units.keySet().forEach(unit -> {
            BigDecimal here = said.getOrDefault(unit, BigDecimal.ZERO);
            BigDecimal there = seen.getOrDefault(unit, BigDecimal.ZERO);
            if (here.compareTo(there) != 0) {
                faults.add(what + ": " + here.toPlainString() + " " + unit + " counted or listed as late, but the events "
                        + "of the journal come to " + there.toPlainString());
            }
        });
        return faults;
    }
}
