package org.parley.capture.internal.meters.rollup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/**
 * The last line that was told.
 *
 * @param start where its window starts
 * @param group its place among the groups of the window
 */
public record UsageCursor(Instant start, String group) {

    /** As it stands in answers. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((start.getEpochSecond() + " " + group).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidInput if it was not made by {@link #text} */
    public static UsageCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new UsageCursor(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // Told below: a cursor that this server has not made.
        }
        throw new InvalidInput(ErrorCode.MALFORMED_PARAMETER, "after",
                "'after' is not a cursor of this list; take it from 'next' of the page before");
    }
}
