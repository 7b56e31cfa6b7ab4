package org.parley.seller.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.parley.common.SellerId;

/**
 * What time it is for a seller: the wall clock, or for a seller in sandbox mode a test clock that stands still until it
 * is moved. Everything that depends on time asks here.
 */
@ProviderType
public interface Clock {

    Instant now(SellerId seller);

    boolean isSandbox(SellerId seller);

    /** The time zone that the seller's days and months are meant in; UTC until it is set. */
    ZoneId zone(SellerId seller);

    /** The sellers that the wall clock moves. */
    List<SellerId> liveSellers();

    /**
     * Moves a sandbox seller's clock forward; durable when it returns. Who moves it must first have done what falls due
     * on the way.
     *
     * @throws org.parley.common.StateConflict if the seller is not in sandbox mode
     * @throws org.parley.common.InvalidInput  if {@code to} is before the seller's now
     */
    void moveTo(SellerId seller, Instant to);
}
