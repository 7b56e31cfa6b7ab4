package org.parley.reporting.internal.reports;

import java.math.BigDecimal;
import java.util.List;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.reporting.api.Description.Parameter;
import org.parley.reporting.api.Query;

/** What several reports ask for in the same way. */
final class Parameters {

    static final Parameter OFFERING = new Parameter("offering", "only this offering");
    static final Parameter CURRENCY = new Parameter("currency", "only this ISO 4217 currency");

    private Parameters() {}

    /** The given value, which must be one of these; the first of them if none is given. */
    static String oneOf(Query query, String name, List<String> values) {
        String value = query.parameter(name).orElse(values.get(0));
        if (!values.contains(value)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, name,
                    "'" + name + "' is one of " + String.join(", ", values) + ", unlike '" + value + "'");
        }
        return value;
    }

    /** The given number, which must be within these bounds. */
    static double number(Query query, String name, double otherwise, double least, double most) {
        try {
            double value = query.parameter(name).map(BigDecimal::new).map(BigDecimal::doubleValue).orElse(otherwise);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like any other value that is not allowed.
        }
        throw new InvalidInput(ErrorCode.INVALID_INPUT, name,
                "'" + name + "' must be a number from " + least + " to " + most);
    }
}
