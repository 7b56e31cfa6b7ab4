package org.parley.capture.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Page;
import org.parley.common.SellerId;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Remembers rejected events, so that a sender can ask later what became of one, correct it and send it again. They are
 * told in the answer already: here they are kept for convenience, not synced, and the oldest go when there are too many.
 * An entry's key is its seller, time and turn, the latest first; another key leads from an event's identity to its entry.
 * What has been accepted since is not rejected any more and not told.
 */
public final class Rejects {

    private static final int MAX_WALK = 20_000;
    private static final int PLACE = 2 * Long.BYTES;

    private final JournalFiles files;
    /** Goes on upwards after a restart. */
    private final AtomicLong turn = new AtomicLong(System.currentTimeMillis() << 20);

    public Rejects(JournalFiles files) {
        this.files = files;
    }

    public void remember(SellerId seller, List<Rejected> rejected) {
        EventEncoder encoder = new EventEncoder();
        files.use(open -> {
            try (WriteBatch batch = new WriteBatch(); WriteOptions plain = new WriteOptions()) {
                for (Rejected one : rejected) {
                    put(open, batch, seller, one, lookup(key(encoder, seller, one)));
                }
                open.db().write(plain, batch);
            }
            return rejected;
        });
    }

    private void put(JournalFiles open, WriteBatch batch, SellerId seller, Rejected one, byte[] lookup) throws RocksDBException {
        byte[] before = open.db().get(open.rejects(), lookup);
        if (before != null) {
            batch.delete(open.rejects(), before);
        }
        byte[] prefix = prefix(seller);
        byte[] entry = new Bytes(prefix.length + PLACE).put(prefix, 0, prefix.length)
                .putLong(~one.at().toEpochMilli()).putLong(~turn.getAndIncrement()).toArray();
        batch.put(open.rejects(), entry, one.toBytes());
        batch.put(open.rejects(), lookup, entry);
    }

    /** What has no identity is known by what was sent. */
    private static IdKey key(EventEncoder encoder, SellerId seller, Rejected one) {
        return one.source().isPresent() && one.id().isPresent()
                ? encoder.key(seller.value(), one.source().get(), one.id().get())
                : encoder.key(seller.value(), "", one.sent().orElse(""));
    }

    private static byte[] lookup(IdKey key) {
        return new Bytes(1 + IdKey.LENGTH).put('I').put(key.bytes(), 0, IdKey.LENGTH).toArray();
    }

    private static byte[] prefix(SellerId seller) {
        byte[] id = seller.value().getBytes(StandardCharsets.UTF_8);
        return new Bytes(id.length + 2).put('E').put(id, 0, id.length).put(0).toArray();
    }

    /** What was last rejected under this identity; whether an event was accepted under it, the journal knows. */
    public Optional<Rejected> find(SellerId seller, String source, String id) {
        byte[] lookup = lookup(new EventEncoder().key(seller.value(), source, id));
        return files.use(open -> {
            byte[] entry = open.db().get(open.rejects(), lookup);
            return entry == null ? Optional.<byte[]>empty() : Optional.ofNullable(open.db().get(open.rejects(), entry));
        }).map(Rejected::of);
    }

    /** Rejected events that were not accepted since, the latest first. A page may have fewer than asked for, and a next. */
    public Page<Rejected> page(RejectsQuery query) {
        byte[] prefix = prefix(query.seller());
        return files.use(open -> {
            try (RocksIterator entries = open.db().newIterator(open.rejects())) {
                entries.seek(start(query, prefix));
                Page<Rejected> page = walk(open, entries, query, prefix);
                entries.status();
                return page;
            }
        });
    }

    private static Page<Rejected> walk(JournalFiles open, RocksIterator entries, RejectsQuery query, byte[] prefix)
            throws RocksDBException {
        EventEncoder encoder = new EventEncoder();
        List<Rejected> found = new ArrayList<>();
        for (int seen = 0; isWithin(entries, prefix); entries.next(), seen++) {
            Rejected rejected = Rejected.of(entries.value());
            if (query.isPast(rejected)) {
                break;
            }
            if (found.size() == query.limit() || seen == MAX_WALK) {
                return new Page<>(found, Optional.of(cursor(entries.key(), prefix)));
            }
            if (query.wants(rejected) && IdIndex.find(open, key(encoder, query.seller(), rejected)).isEmpty()) {
                found.add(rejected);
            }
        }
        return new Page<>(found, Optional.empty());
    }

    private static boolean isWithin(RocksIterator entries, byte[] prefix) {
        return entries.isValid() && entries.key().length == prefix.length + PLACE
                && Arrays.equals(entries.key(), 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] start(RejectsQuery query, byte[] prefix) {
        Bytes key = new Bytes(prefix.length + PLACE).put(prefix, 0, prefix.length);
        if (query.after().isPresent()) {
            byte[] place = place(query.after().get());
            key.put(place, 0, PLACE);
        } else {
            query.to().ifPresent(to -> key.putLong(~to.toEpochMilli()));
        }
        return key.toArray();
    }

    /** The cursor names the first entry of the next page. */
    private static String cursor(byte[] key, byte[] prefix) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(key, prefix.length, key.length));
    }

    private static byte[] place(String cursor) {
        try {
            byte[] place = Base64.getUrlDecoder().decode(cursor);
            if (place.length == PLACE) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // Told below: a cursor that this server has not made.
        }
        throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "after",
                "'after' is not a cursor of this list; take it from 'next' of the page before");
    }
}
