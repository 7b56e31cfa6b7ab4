package org.parley.pricing.internal;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.parley.common.UuidV7;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.RelationshipId;

/** The one source of new ids of this module, so that they sort in the order they were made. */
@Component(service = MadeIds.class)
public final class MadeIds {

    private final UuidV7 generator =
            new UuidV7(System::currentTimeMillis, new SplittableRandom(new SecureRandom().nextLong()));

    public UUID next() {
        return generator.next();
    }

    public CycleId cycle() {
        return new CycleId(next().toString());
    }

    public RelationshipId relationship() {
        return new RelationshipId(next().toString());
    }
}
