package org.parley.pricing.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.seller.api.Clock;

/** A sandbox clock for all sellers, kept in memory. */
public final class FixedClock implements Clock {

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant now(SellerId seller) {
        return now;
    }

    @Override
    public boolean isSandbox(SellerId seller) {
        return true;
    }

    @Override
    public ZoneId zone(SellerId seller) {
        return ZoneOffset.UTC;
    }

    @Override
    public List<SellerId> liveSellers() {
        return List.of();
    }

    @Override
    public void moveTo(SellerId seller, Instant to) {
        if (to.isBefore(now)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, "to", "the clock goes forward");
        }
        now = to;
    }
}
