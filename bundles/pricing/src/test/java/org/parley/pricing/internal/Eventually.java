package org.parley.pricing.internal;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.BooleanSupplier;

/** Waits for something observable. */
public final class Eventually {

    private Eventually() {}

    public static void holds(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("it did not come true within 20 s");
            }
            Thread.onSpinWait();
        }
    }
}
