package org.parley.capture.internal.metering;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.Event;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.internal.Capture;
import org.parley.capture.internal.journal.RocksJournal;
import org.parley.capture.internal.meters.Definition;
import org.parley.capture.internal.meters.Meter;
import org.parley.capture.internal.meters.rollup.Building;
import org.parley.capture.internal.meters.rollup.Gaps;
import org.parley.capture.internal.meters.rollup.Progress;
import org.parley.capture.internal.meters.rollup.RollupStore;
import org.parley.capture.internal.meters.rollup.Rollups;
import org.parley.capture.internal.meters.rollup.UsageQuery;
import org.parley.capture.internal.meters.rollup.UsageReader;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.common.ErrorCode;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;

/** Defines meters, counts for them, and tells usage. */
@Component(service = Metering.class)
public final class Metering {

    /** How many events are counted in one commit at the most. */
    private static final int BATCH = 4096;
    /** How long an answer waits for the meters to count what was in the journal when it was asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RocksJournal journal;
    private final Catalogue catalogue;
    private final RollupStore store;
    private final Rollups rollups;
    private final UsageReader reader;
    private final Building building;
    private final JournalFollower counting;

    @Activate
    public Metering(BundleContext context, @Reference Capture capture, @Reference CaptureDatabase database) {
        this(Path.of(context.getProperty("parley.data"), "meters"), capture.journal(), database);
    }

    Metering(Path folder, RocksJournal journal, CaptureDatabase database) {
        this.journal = journal;
        this.catalogue = new Catalogue(database);
        this.store = RollupStore.open(folder);
        this.rollups = new Rollups(store, catalogue.all());
        this.reader = new UsageReader(store);
        this.building = new Building(rollups, journal);
        this.counting = new JournalFollower(() -> Optional.of(journal), rollups, BATCH);
    }

    /** Stops counting before what it counts from and into is closed. */
    @Deactivate
    public void close() {
        building.close();
        counting.close();
        store.close();
    }

    /** The newest version of each meter of a seller, by id. */
    public List<Meter> of(SellerId seller) {
        return catalogue.of(seller);
    }

    /** The newest version of all meters there are, by seller and id. */
    public List<Meter> all() {
        return catalogue.all().stream().map(Meter::seller).distinct().sorted().map(catalogue::of).flatMap(List::stream).toList();
    }

    /**
     * The newest version of a meter.
     *
     * @throws StateConflict if there is none
     */
    public Meter newest(SellerId seller, String id) {
        return catalogue.newest(seller, id).orElseThrow(() -> StateConflict.absent("meter", id));
    }

    /**
     * Defines a meter, or a new version of it, and begins to count for it. What is defined so already stays as it is.
     *
     * @param definition made with the time zone to take if none is given: that of the version before
     * @throws StateConflict if the version before is still being built, or there is no room
     */
    public synchronized Meter publish(SellerId seller, String id, Function<Optional<ZoneId>, Definition> definition,
            Instant at) {
        Optional<Meter> before = catalogue.newest(seller, id);
        Definition wanted = definition.apply(before.map(meter -> meter.definition().zone()));
        if (before.isPresent() && before.get().definition().equals(wanted)) {
            return before.get();
        }
        before.ifPresent(this::requireReady);
        Meter meter = catalogue.add(seller, id, wanted, at.truncatedTo(ChronoUnit.MILLIS));
        rollups.add(meter);
        building.begin();
        return meter;
    }

    private void requireReady(Meter before) {
        Progress progress = rollups.progress(before);
        if (!progress.ready()) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT, "version " + before.version() + " of meter '" + before.id()
                    + "' is still being built, " + progress.counted() + " of " + progress.of()
                    + " events; define the next one when it is ready");
        }
    }

    public Progress progress(Meter meter) {
        return rollups.progress(meter);
    }

    /**
     * The version that answers: the newest that is ready, or if none is, the newest.
     *
     * @param version a certain one
     * @throws StateConflict if there is none
     */
    public Meter answering(SellerId seller, String id, Optional<Integer> version) {
        List<Meter> newestFirst = new ArrayList<>(catalogue.versions(seller, id));
        Collections.reverse(newestFirst);
        if (version.isPresent()) {
            return newestFirst.stream().filter(meter -> meter.version() == version.get()).findFirst()
                    .orElseThrow(() -> StateConflict.absent("version of meter '" + id + "'", version.get().toString()));
        }
        return newestFirst.stream().filter(meter -> progress(meter).ready()).findFirst().orElseGet(() -> newest(seller, id));
    }

    /** A page of usage, and whether all is in it that was in the journal when it was asked for. */
    public UsageAnswer usage(UsageQuery query) {
        long head = journal.head();
        rollups.await(head, PATIENCE);
        Progress progress = progress(query.meter());
        return new UsageAnswer(query, reader.read(query), progress, progress.ready() && progress.counted() >= head);
    }

    /** The events of its type that had no value that the meter could take. */
    public WithoutValue withoutValue(Meter meter) {
        Gaps gaps = rollups.gaps(meter);
        List<WithoutValue.Told> latest = new ArrayList<>();
        for (long position : gaps.latest()) {
            journal.at(position).map(stored -> stored.recorded().event()).ifPresent(event -> latest.add(0, told(meter, event)));
        }
        return new WithoutValue(gaps.count(), latest);
    }

    private static WithoutValue.Told told(Meter meter, Event event) {
        return new WithoutValue.Told(event.source(), event.id(), event.time(), meter.definition().whyNoValue(event));
    }

    Rollups rollups() {
        return rollups;
    }

    RollupStore store() {
        return store;
    }
}
