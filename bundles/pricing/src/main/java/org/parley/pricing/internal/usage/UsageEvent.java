package org.parley.pricing.internal.usage;

import java.math.BigDecimal;
import java.util.Optional;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Moment;

/**
 * What a usage event says.
 *
 * @param offering the only one it counts for; empty if it counts for all of the customer's
 * @param line     how much of what; empty if that cannot be counted
 * @param problem  why it cannot; empty if it can
 */
public record UsageEvent(SellerId seller, CustomerId customer, Optional<String> offering, Moment moment, String source,
        String id, Optional<UsageLine> line, String problem) {

    private static final int MAX_DIGITS = 30;
    private static final int MAX_UNIT = 200;

    /** Empty if the event is no usage, or that of nobody in particular. */
    public static Optional<UsageEvent> of(RecordedEvent recorded) {
        Event event = recorded.event();
        if (!event.type().equals(EventTypes.USAGE) || event.customer().isEmpty()) {
            return Optional.empty();
        }
        Moment moment = Moment.of(event.time(), recorded.position());
        try {
            return Optional.of(new UsageEvent(event.seller(), event.customer().get(), event.data().text("offering"), moment,
                    event.source(), event.id(), Optional.of(line(event)), ""));
        } catch (InvalidInput e) {
            return Optional.of(new UsageEvent(event.seller(), event.customer().get(), Optional.empty(), moment,
                    event.source(), event.id(), Optional.empty(), printable(e.getMessage())));
        }
    }

    private static UsageLine line(Event event) {
        BigDecimal quantity = event.data().decimal("quantity").orElse(BigDecimal.ONE);
        String unit = event.data().text("unit").orElse("use");
        if (quantity.signum() < 0) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "quantity", "a used quantity cannot be negative");
        }
        if (quantity.precision() > MAX_DIGITS || Math.abs(quantity.scale()) > MAX_DIGITS) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "quantity", "a used quantity has at most " + MAX_DIGITS + " digits");
        }
        if (unit.isEmpty() || unit.length() > MAX_UNIT || !unit.equals(printable(unit))) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "unit", "a unit has 1 to " + MAX_UNIT + " printable characters");
        }
        return new UsageLine(unit, quantity);
    }

    /** Without what not every database can keep: control characters and halves of characters. */
    private static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
