package org.parley.cli.mapping;

import java.util.Currency;
import org.parley.cli.rows.Row;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/** Where an amount of money comes from. */
interface Amount {

    Money of(Row row) throws RowRejected;

    /** Reads {@code {amount: column, currency: EUR}} or {@code {amount: column, currency: {column: name}}}. */
    static Amount read(Located spec, Names names) {
        spec.only("amount", "currency");
        Text amount = Text.read(spec.need("amount"), names);
        Unit currency = Unit.read(spec.need("currency"), names);
        return row -> parse(amount.of(row), currency.of(row), spec.path());
    }

    static Money parse(String amount, Currency currency, String key) throws RowRejected {
        try {
            return Money.parse(amount, currency.getCurrencyCode());
        } catch (InvalidInput e) {
            throw new RowRejected(key, amount.isEmpty() ? "the amount is blank" : e.getMessage());
        }
    }

    /** Where a currency comes from. */
    interface Unit {

        Currency of(Row row) throws RowRejected;

        static Unit read(Located spec, Names names) {
            if (spec.isText()) {
                return constant(spec);
            }
            Text code = Text.read(spec.only("column"), names);
            return row -> {
                try {
                    return Money.currency(code.of(row));
                } catch (InvalidInput e) {
                    throw new RowRejected(spec.path(), e.getMessage());
                }
            };
        }

        private static Unit constant(Located spec) {
            try {
                Currency currency = Money.zero(Money.currency(spec.text())).currency();
                return row -> currency;
            } catch (InvalidInput e) {
                throw spec.error(e.getMessage());
            }
        }
    }
}
