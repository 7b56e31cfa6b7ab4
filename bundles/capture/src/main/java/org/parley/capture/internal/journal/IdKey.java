package org.parley.capture.internal.journal;

/**
 * What finds an event by its identity: the first 16 bytes of the SHA-256 of seller, source and id. The hash is a
 * cryptographic one because ids come from outside: with a weaker one, a seller could make an id that takes the place of
 * another seller's.
 */
record IdKey(long high, long low) {

    static final int LENGTH = 16;

    static IdKey of(byte[] digest) {
        return new IdKey(Keys.at(digest, 0), Keys.at(digest, Long.BYTES));
    }

    byte[] bytes() {
        byte[] key = new byte[LENGTH];
        Keys.put(key, 0, high);
        Keys.put(key, Long.BYTES, low);
        return key;
    }
}
