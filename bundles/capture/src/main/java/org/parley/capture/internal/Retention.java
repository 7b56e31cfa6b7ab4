package org.parley.capture.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.EventTypes;
import org.parley.capture.internal.journal.Progress;
import org.parley.capture.internal.store.CaptureDatabase;
import org.parley.capture.internal.store.RetentionRows;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long sellers' events are kept, by type; removes once a day those whose time has ended. */
@Component(service = Retention.class)
public final class Retention {

    /** A hundred years. */
    static final int MAX_DAYS = 36_525;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    /**
     * How long events of one type are kept.
     *
     * @param days          by their own time; empty if for ever
     * @param removedBefore events from before are gone; empty if none were removed
     */
    public record Kept(String type, Optional<Integer> days, Optional<Instant> removedBefore) {}

    private final Capture capture;
    private final CaptureDatabase database;
    private final InstantSource time;
    private final ScheduledExecutorService daily;

    @Activate
    public Retention(@Reference Capture capture, @Reference CaptureDatabase database) {
        this(capture, database, InstantSource.system());
    }

    Retention(Capture capture, CaptureDatabase database, InstantSource time) {
        this.capture = capture;
        this.database = database;
        this.time = time;
        apply();
        this.daily = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "parley-journal-retention"));
        daily.scheduleWithFixedDelay(this::daily, LOOK_EVERY.toMinutes(), LOOK_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        daily.shutdownNow();
    }

    /** All that is set. */
    public List<RetentionRows.Row> all() {
        return database.read(RetentionRows::all);
    }

    public Kept of(SellerId seller, String type) {
        Optional<Integer> days = all().stream().filter(row -> row.seller().equals(seller) && row.type().equals(type))
                .map(RetentionRows.Row::days).findAny();
        Instant removed = capture.journal().keeping().removedBefore(seller, type);
        return new Kept(type, days, Optional.of(removed).filter(before -> !before.equals(Instant.MIN)));
    }

    /** Sets how many days the events of a type are kept. It holds at once for what is sent, and for the next removal. */
    public Kept keep(SellerId seller, String type, int days) {
        requireRemovable(type);
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "days", "'days' must be from 1 to " + MAX_DAYS
                    + "; to keep events for ever, DELETE the retention");
        }
        RetentionRows.Row row = new RetentionRows.Row(seller, type, days, time.instant());
        return change(seller, type, handle -> RetentionRows.put(handle, row));
    }

    /** Keeps the events of a type for ever from now on. */
    public Kept keepForEver(SellerId seller, String type) {
        requireRemovable(type);
        return change(seller, type, handle -> RetentionRows.delete(handle, seller, type));
    }

    private interface Change {
        void in(Handle handle);
    }

    private synchronized Kept change(SellerId seller, String type, Change change) {
        database.write(handle -> {
            change.in(handle);
            return type;
        });
        apply();
        return of(seller, type);
    }

    private static void requireRemovable(String type) {
        if (type.startsWith(EventTypes.PRICING_PREFIX)) {
            throw new InvalidInput(ErrorCode.RESERVED_TYPE, "type", "events of type " + EventTypes.PRICING_PREFIX
                    + "* are kept for ever: prices and decisions rest on them");
        }
        if (type.isBlank() || type.length() > 200 || type.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "type", "a type has 1 to 200 characters");
        }
    }

    private void apply() {
        Map<SellerId, Map<String, Duration>> rules = new HashMap<>();
        all().forEach(row -> rules.computeIfAbsent(row.seller(), seller -> new HashMap<>())
                .put(row.type(), Duration.ofDays(row.days())));
        capture.journal().keeping().keep(rules, time.instant());
    }

    /**
     * Removes now what is no longer kept.
     *
     * @return how many events were removed
     */
    public long compact(Progress progress) {
        return capture.journal().compact(progress);
    }

    private void daily() {
        try {
            if (!all().isEmpty() && isDue()) {
                LOG.info("removed {} events whose time of keeping has ended", compact(Progress.NONE));
            }
        } catch (ParleyException | IllegalStateException e) {
            // A task that throws is never run again; this one has to be.
            LOG.warn("events whose time of keeping has ended were not removed; trying again in an hour", e);
        }
    }

    private boolean isDue() {
        return capture.journal().compactedAt().map(last -> !last.plus(EVERY).isAfter(time.instant())).orElse(true);
    }
}
