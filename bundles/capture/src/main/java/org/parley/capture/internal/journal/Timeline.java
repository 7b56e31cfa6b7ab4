package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.capture.api.Event;
import org.parley.capture.api.Journal;
import org.parley.capture.api.JournalFollower;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.internal.journal.TimelineKeys.Place;
import org.parley.common.CustomerId;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The index by customer and time, derived from the journal. Its entries and its position are one family of keys and are
 * written without a log: after a crash both fall back to the same point, and the index reads on from there.
 */
public final class Timeline implements JournalFollower.Reader {

    /** The name the index reports its position under. */
    public static final String NAME = "timeline";

    static final byte[] POSITION = {0};

    private static final byte[] BEHIND_ALL = {(byte) 0xff};

    private final JournalFiles files;
    private final Head indexed;
    private volatile long goal;
    private boolean restarted;

    public Timeline(JournalFiles files) {
        this.files = files;
        this.indexed = new Head(stored(POSITION));
        this.goal = stored(GOAL);
    }

    private long stored(byte[] key) {
        return files.use(open -> position(Optional.ofNullable(open.db().get(open.timeline(), key))));
    }

    static long position(Optional<byte[]> stored) {
        return stored.map(value -> Keys.at(value, 0)).orElse(Journal.START);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized long position() {
        restarted = false;
        return indexed.position();
    }

    /** Up to where the index has to come before it can be asked again, while it is made anew. */
    static final byte[] GOAL = {1};

    /**
     * Throws the index away; it is made anew from the journal by the reader that fills it, and cannot be asked until it
     * has come to this position.
     */
    public synchronized void rebuild(long goal) {
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
                    FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
                batch.deleteRange(open.timeline(), new byte[] {}, BEHIND_ALL);
                batch.put(open.timeline(), POSITION, Keys.of(Journal.START));
                batch.put(open.timeline(), GOAL, Keys.of(goal));
                open.db().write(unlogged, batch);
                // On disk at once: a crash must not bring the old index back.
                open.db().flush(flush, open.timeline());
                return goal;
            }
        });
        this.goal = goal;
        restarted = true;
        indexed.moveTo(Journal.START);
    }

    /** Whether it can be asked; while it is made anew it cannot. */
    boolean isComplete() {
        return indexed.position() >= goal;
    }

    /** Waits until it can be asked. */
    public void awaitComplete(Progress progress) throws InterruptedException {
        for (long reached = indexed.position(); reached < goal; reached = indexed.position()) {
            progress.at("timeline made anew, by position", reached, goal);
            indexed.awaitAfter(reached, Duration.ofSeconds(1));
            files.requireOpen();
        }
    }

    @Override
    public synchronized void count(List<RecordedEvent> events) {
        if (restarted) {
            // Read before the index was thrown away.
            return;
        }
        long last = events.get(events.size() - 1).position();
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions unlogged = new WriteOptions().setDisableWAL(true)) {
                for (RecordedEvent event : events) {
                    index(open, batch, event);
                }
                batch.put(open.timeline(), POSITION, Keys.of(last));
                open.db().write(unlogged, batch);
            }
            return last;
        });
        indexed.moveTo(last);
    }

    private static void index(JournalFiles open, WriteBatch batch, RecordedEvent recorded) throws RocksDBException {
        Event event = recorded.event();
        if (event.customer().isPresent()) {
            IndexEntry entry = TimelineKeys.entry(event.seller(), event.customer().get(), event.time(),
                    recorded.position(), event.type());
            batch.put(open.timeline(), entry.key(), entry.value());
        }
    }

    Head indexed() {
        return indexed;
    }

    /** Up to {@code max} places of a customer's events, the latest first. */
    List<Place> find(TimelineQuery query, CustomerId customer, int max) {
        byte[] prefix = TimelineKeys.prefix(query.seller(), customer);
        return files.use(open -> {
            List<Place> found = new ArrayList<>();
            try (RocksIterator keys = open.db().newIterator(open.timeline())) {
                seek(keys, prefix, query);
                Optional<Place> place = place(keys, prefix);
                while (place.isPresent() && !isBefore(place.get(), query.from()) && found.size() < max) {
                    if (query.wantsType(new String(keys.value(), StandardCharsets.UTF_8))) {
                        found.add(place.get());
                    }
                    keys.next();
                    place = place(keys, prefix);
                }
                keys.status();
            }
            return found;
        });
    }

    private static void seek(RocksIterator keys, byte[] prefix, TimelineQuery query) {
        if (query.after().isPresent()) {
            Place last = Place.ofCursor(query.after().get());
            keys.seek(TimelineKeys.of(prefix, new Place(last.time(), last.position() - 1)));
        } else if (query.to().isPresent()) {
            keys.seek(TimelineKeys.of(prefix, new Place(query.to().get().minusNanos(1), Long.MAX_VALUE)));
        } else {
            keys.seek(prefix);
        }
    }

    private static Optional<Place> place(RocksIterator keys, byte[] prefix) {
        return keys.isValid() ? TimelineKeys.place(keys.key(), prefix) : Optional.empty();
    }

    private static boolean isBefore(Place place, Optional<Instant> from) {
        return from.map(time -> place.time().isBefore(time)).orElse(false);
    }
}
