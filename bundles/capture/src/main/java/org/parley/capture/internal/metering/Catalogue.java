package org.parley.capture.internal.metering;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.capture.internal.store.MeterRows;
import org.parley.common.ErrorCode;
import org.parley.common.Ids;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;

/** The meters that are defined, all versions; held in memory, since they are few and asked for with every answer. */
final class Catalogue {

    static final int MAX_METERS = 100;
    static final int MAX_VERSIONS = 20;

    private record Name(SellerId seller, String id) {}

    private final CaptureDatabase database;
    private final Map<Name, List<Meter>> versions = new ConcurrentHashMap<>();

    Catalogue(CaptureDatabase database) {
        this.database = database;
        this.versions.putAll(database.read(MeterRows::all).stream()
                .collect(Collectors.groupingBy(meter -> new Name(meter.seller(), meter.id()))));
    }

    List<Meter> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** The versions of a meter, the oldest first; none if there is no such meter. */
    List<Meter> versions(SellerId seller, String id) {
        return versions.getOrDefault(new Name(seller, id), List.of());
    }

    Optional<Meter> newest(SellerId seller, String id) {
        List<Meter> all = versions(seller, id);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The newest version of each meter of a seller, by id. */
    List<Meter> of(SellerId seller) {
        Map<String, Meter> newest = new TreeMap<>();
        versions.keySet().stream().filter(name -> name.seller().equals(seller))
                .forEach(name -> newest(seller, name.id()).ifPresent(meter -> newest.put(name.id(), meter)));
        return newest.values().stream().sorted(Comparator.comparing(Meter::id)).toList();
    }

    /** Writes the next version down. */
    Meter add(SellerId seller, String id, Definition definition, Instant at) {
        List<Meter> before = versions(seller, Ids.check("meter", id));
        if (before.isEmpty() && of(seller).size() >= MAX_METERS) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, "a seller has at most " + MAX_METERS
                    + " meters; group one by more fields instead of defining another");
        }
        if (before.size() >= MAX_VERSIONS) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, "meter '" + id + "' has " + MAX_VERSIONS
                    + " versions, and their figures are kept; define a meter with another id");
        }
        Meter meter = new Meter(seller, id, before.size() + 1, definition, at);
        database.write(handle -> {
            MeterRows.insert(handle, meter);
            return meter;
        });
        versions.merge(new Name(seller, id), List.of(meter), 
                (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
        return meter;
    }
}
