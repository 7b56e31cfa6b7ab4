package org.parley.pricing.internal;

import java.time.Instant;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;

/** One decision as it is recorded, with what is needed to explain it and to run it again. */
public record Decided(SellerId seller, CycleId cycle, Instant at, Verdict verdict) {}
