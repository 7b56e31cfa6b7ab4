package org.parley.scoring.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;

/** Reads scores. The service goes away while its module is swapped: hold it dynamically. */
@ProviderType
public interface Scores {

    /** All installed scores of a customer, in the order of their names. */
    List<Score> all(SellerId seller, CustomerId customer, Instant at);

    /** One score of a customer; empty if no such score is installed. */
    Optional<Score> one(SellerId seller, CustomerId customer, String name, Instant at);
}
