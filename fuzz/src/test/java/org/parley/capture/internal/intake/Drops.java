package org.parley.capture.internal.intake;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** Gives some bytes at a time, as a network does; how many is up to chance. */
final class Drops extends ByteArrayInputStream {

    private final Random random;

    Drops(byte[] bytes, int offset, long seed) {
        super(bytes, offset, bytes.length - offset);
        this.random = new Random(seed);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int some = random.nextInt(4) == 0 ? length : 1 + random.nextInt(40);
        return super.read(target, offset, Math.min(some, length));
    }
}
