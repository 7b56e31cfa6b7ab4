package org.parley.cli.demo;

/** Makes one seed of several numbers, so that nearby numbers give seeds far apart (the finaliser of SplitMix64). */
final class Mixed {

    private Mixed() {}

    static long of(long... parts) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            mixed = (mixed ^ part) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
        }
        return mixed;
    }
}
