package org.parley.scoring.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.parley.scoring.api.Scores;

/** Says that scores can be read. */
@Component(service = Condition.class, property = Condition.CONDITION_ID + "=parley.ready.scoring")
public final class Ready implements Condition {

    /** @param scores the service whose being there is the condition */
    @Activate
    public Ready(@Reference Scores scores) {}
}
