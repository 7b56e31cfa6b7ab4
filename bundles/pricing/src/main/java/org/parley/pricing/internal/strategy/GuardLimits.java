package org.parley.pricing.internal.strategy;

import java.time.Duration;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/**
 * How much a plugin is put up with.
 *
 * @param timeLimit            for one record: suggestion, assessment and decision together
 * @param failuresToQuarantine in a row
 * @param quarantine           how long it is left alone then
 * @param maxHanging           how many of its threads may hang before it is left alone until they end
 */
public record GuardLimits(Duration timeLimit, int failuresToQuarantine, Duration quarantine, int maxHanging) {

    public GuardLimits {
        require("timeLimitMillis", timeLimit.toMillis());
        require("failuresToQuarantine", failuresToQuarantine);
        require("quarantineSeconds", quarantine.toMillis());
        require("maxHangingThreads", maxHanging);
    }

    private static void require(String key, long value) {
        if (value < 1) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, key, "'" + key + "' must be at least 1");
        }
    }
}
