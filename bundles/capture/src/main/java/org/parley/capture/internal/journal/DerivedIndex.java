package org.parley.capture.internal.journal;

import java.util.Optional;
import org.rocksdb.ColumnFamilyHandle;

/** A family of keys that follows from the chunks: for each event one entry at the most. For one thread. */
interface DerivedIndex {

    /** What one entry is called. */
    String noun();

    ColumnFamilyHandle family(JournalFiles open);

    /** The entry that an event must have, if it must have one. */
    Optional<IndexEntry> entryOf(StoredEvent event);

    /** Whether this is an entry, and not something that describes the index itself. */
    boolean isEntry(byte[] key);

    /** Where an entry leads to. */
    long position(byte[] key, byte[] value);

    /** What is wrong with a value that differs from the one that the event must have. */
    String difference(byte[] expected, byte[] found);

    /** The keys that find duplicates. */
    final class Ids implements DerivedIndex {

        private final EventEncoder encoder = new EventEncoder();

        @Override
        public String noun() {
            return "id key";
        }

        @Override
        public ColumnFamilyHandle family(JournalFiles open) {
            return open.ids();
        }

        @Override
        public Optional<IndexEntry> entryOf(StoredEvent event) {
            EventHeader header = event.header();
            IdKey key = encoder.key(header.seller().value(), header.source(), header.id());
            long hash = encoder.contentHash(event.chunk(), event.jsonOffset(), event.jsonLength());
            return Optional.of(new IndexEntry(key.bytes(), new IdIndex.Entry(event.position(), hash).bytes()));
        }

        @Override
        public boolean isEntry(byte[] key) {
            return true;
        }

        @Override
        public long position(byte[] key, byte[] value) {
            return value.length == IdIndex.Entry.LENGTH ? IdIndex.Entry.of(value).position() : 0;
        }

        @Override
        public String difference(byte[] expected, byte[] found) {
            long position = position(expected, found);
            return position != position(expected, expected) ? "leads to " + position
                    : "has the checksum of other content";
        }
    }

    /** The timeline, as far as it has come. */
    final class Times implements DerivedIndex {

        private final long indexed;

        Times(long indexed) {
            this.indexed = indexed;
        }

        @Override
        public String noun() {
            return "timeline key";
        }

        @Override
        public ColumnFamilyHandle family(JournalFiles open) {
            return open.timeline();
        }

        @Override
        public Optional<IndexEntry> entryOf(StoredEvent event) {
            EventHeader header = event.header();
            return event.position() > indexed ? Optional.empty() : header.customer().map(customer ->
                    TimelineKeys.entry(header.seller(), customer, header.time(), event.position(), header.type()));
        }

        @Override
        public boolean isEntry(byte[] key) {
            return key.length >= Long.BYTES;
        }

        @Override
        public long position(byte[] key, byte[] value) {
            return TimelineKeys.position(key);
        }

        @Override
        public String difference(byte[] expected, byte[] found) {
            return "names another type";
        }
    }
}
