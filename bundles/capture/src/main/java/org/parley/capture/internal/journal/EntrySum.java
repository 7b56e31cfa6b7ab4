package org.parley.capture.internal.journal;

/**
 * The sum of the hashes of entries, whatever their order: two sets of entries with equal sums are equal, but for a
 * chance of one in 2^64. So an index in another order is compared with the chunks without looking up a single key.
 */
final class EntrySum {

    private long count;
    private long sum;
    private long mixedSum;

    void add(byte[] key, byte[] value) {
        long hash = hash(hash(0x9E3779B97F4A7C15L, key), value);
        count++;
        sum += hash;
        mixedSum += mix(hash + 0x632BE59BD9B4E019L);
    }

    long count() {
        return count;
    }

    boolean isSameAs(EntrySum other) {
        return count == other.count && sum == other.sum && mixedSum == other.mixedSum;
    }

    private static long hash(long start, byte[] bytes) {
        long hash = start + bytes.length;
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            hash = mix(hash ^ Keys.at(bytes, at));
        }
        for (; at < bytes.length; at++) {
            hash = mix(hash ^ bytes[at]);
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
