package org.parley.reporting.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

/** Says that reports can be asked. */
@Component(service = Condition.class, property = Condition.CONDITION_ID + "=parley.ready.reporting")
public final class Ready implements Condition {

    /** @param reports the service whose being there is the condition */
    @Activate
    public Ready(@Reference Reports reports) {}
}
