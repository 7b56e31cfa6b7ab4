package org.parley.seller.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.parley.common.SellerId;

/**
 * A seller.
 *
 * @param sandbox the time of its sandbox clock; empty if the wall clock moves it
 */
public record SellerRow(SellerId id, Optional<Instant> sandbox) {}
