package org.parley.reporting.internal.reports;

/**
 * The bins that ratios are counted in. Bin 0 holds exactly zero. Bin 1 + i holds the ratios that round to i hundredths,
 * up to 5: a bin is centred on its hundredth, so that the many prices exactly as suggested are told exactly. Above that
 * each bin is 2 % wider than the one before.
 */
final class RatioBins {

    static final int ZERO = 0;
    private static final int HUNDREDTHS = 500;
    private static final double EDGE = (HUNDREDTHS + 0.5) / 100;
    private static final double GROWTH = Math.log(1.02);

    private RatioBins() {}

    /** @param ratio finite, not negative */
    static int of(double ratio) {
        if (ratio == 0) {
            return ZERO;
        }
        if (ratio < EDGE) {
            return 1 + (int) Math.min(HUNDREDTHS, Math.round(ratio * 100));
        }
        return HUNDREDTHS + 2 + (int) Math.floor(Math.log(ratio / EDGE) / GROWTH);
    }

    /** The ratio that stands for a bin: the hundredth, or the geometric middle. */
    static double middle(int bin) {
        if (bin == ZERO) {
            return 0;
        }
        if (bin <= HUNDREDTHS + 1) {
            return (bin - 1) / 100.0;
        }
        return EDGE * Math.exp((bin - HUNDREDTHS - 2 + 0.5) * GROWTH);
    }
}
