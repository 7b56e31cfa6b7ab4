package org.parley.capture.internal.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;
import org.jspecify.annotations.Nullable;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/**
 * A {@code format} for objects that JSON Schema does not have: an amount with a currency's own number of decimals. Like
 * other formats it says nothing of a value of another type.
 */
enum MoneyForm implements Format {

    /** An amount of any sign. */
    MONEY("money"),
    /** An amount that is not negative. */
    PRICE("price");

    static final String WANTED = "money: written like {\"amount\":\"12.50\",\"currency\":\"EUR\"}";

    private final String keyword;

    MoneyForm(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String getName() {
        return keyword;
    }

    @Override
    public boolean matches(ExecutionContext execution, ValidationContext validation, JsonNode value) {
        if (!value.isObject()) {
            return true;
        }
        Faults faults = new Faults();
        check(value.path("amount").textValue(), value.path("currency").textValue(), Where.DATA, faults);
        return faults.isEmpty();
    }

    void check(@Nullable String amount, @Nullable String currency, Where where, Faults faults) {
        if (amount == null || currency == null) {
            faults.add(ErrorCode.INVALID_AMOUNT, where.toString(),
                    "'" + where + "' has no amount and currency as strings; it is " + WANTED);
            return;
        }
        try {
            if (Money.parse(amount, currency).isNegative() && this == PRICE) {
                faults.add(ErrorCode.INVALID_AMOUNT, where.member("amount").toString(), "'" + where + "' must not be negative");
            }
        } catch (InvalidInput e) {
            faults.add(e.under(where.toString()));
        }
    }
}
