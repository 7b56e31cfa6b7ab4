package org.parley.seller.internal.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.common.SellerId;

/**
 * A seller.
 *
 * @param sandbox the time of its sandbox clock; empty if the wall clock moves it
 * @param zone    the time zone that its days and months are meant in
 */
public record SellerRow(SellerId id, Optional<Instant> sandbox, ZoneId zone) {}
