package org.parley.pricing.internal;

import java.time.Instant;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;

/**
 * One decision as it is recorded, with what is needed to explain it and to run it again.
 *
 * @param brief true to leave out the explanation's lines and the rule's inputs: they are made again when asked for
 */
public record Decided(SellerId seller, CycleId cycle, Instant at, Verdict verdict, boolean brief) {}
