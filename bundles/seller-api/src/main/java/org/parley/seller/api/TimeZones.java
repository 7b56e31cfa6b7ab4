package org.parley.seller.api;

import java.time.ZoneId;
import java.util.Set;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Reads the names of time zones as they come from outside. */
public final class TimeZones {

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private TimeZones() {}

    /**
     * The zone of this name in the IANA time zone database. An offset such as {@code +02:00} is none: it knows of no
     * daylight saving, and who writes one mostly means a place.
     *
     * @param field what is read, for the message
     * @throws InvalidInput if there is no such zone
     */
    public static ZoneId parse(String field, String name) {
        if (!NAMES.contains(name)) {
            String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
            throw new InvalidInput(ErrorCode.INVALID_INPUT, field, "'" + shown + "' is no time zone; '" + field
                    + "' is an IANA name such as Europe/Berlin or UTC");
        }
        return ZoneId.of(name);
    }
}
