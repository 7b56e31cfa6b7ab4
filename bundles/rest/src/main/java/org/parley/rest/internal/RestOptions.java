package org.parley.rest.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code etc/org.parley.rest.cfg}. */
@ObjectClassDefinition(id = RestOptions.PID, name = "Parley REST", description = "Health, metrics and the swap gate.")
public @interface RestOptions {

    String PID = "org.parley.rest";

    @AttributeDefinition(name = "Required modules",
            description = "The modules without which /health/ready answers 503.")
    String[] required_modules() default {"rest", "seller", "capture", "scoring", "pricing", "reporting"};

    @AttributeDefinition(name = "Held requests",
            description = "How many requests may wait for modules that are being swapped; more get 503. Keep it well below"
                    + " the HTTP server's number of threads (200), since each waiting request holds one.")
    int held_requests() default 120;

    @AttributeDefinition(name = "Longest hold",
            description = "Seconds that a request waits for a module that is being swapped before it gets 503.")
    int hold_seconds() default 30;

    @AttributeDefinition(name = "Open metrics",
            description = "Serves /metrics without a key to this machine itself. Leave it off where a proxy on this"
                    + " machine forwards requests of others.")
    boolean metrics_open_on_loopback() default false;
}
