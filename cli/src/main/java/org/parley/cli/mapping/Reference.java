package org.parley.cli.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.parley.cli.rows.Row;
import org.parley.common.InvalidInput;
import org.parley.common.Money;

/** Where a cycle's reference price comes from: what the customer was asked for. */
interface Reference {

    /** The reference price of this row, which was priced so; empty if there was none. May take note of the price. */
    Optional<Money> of(Row row, Money price) throws RowRejected;

    static Reference none() {
        return (row, price) -> Optional.empty();
    }

    /** Reads {@code {column: name}}, {@code {constant: "8.00"}}, {@code {product: [a, b]}} or {@code {running: ...}}. */
    static Reference read(Located spec, Names names) {
        if (spec.isText()) {
            return column(spec, names);
        }
        spec.only("column", "constant", "product", "running");
        if (spec.map().size() != 1) {
            throw spec.error("must have exactly one of column, constant, product, running");
        }
        return spec.get("column").map(name -> column(name, names))
                .or(() -> spec.get("constant").map(Reference::constant))
                .or(() -> spec.get("product").map(factors -> product(factors, names)))
                .orElseGet(() -> RunningReference.read(spec.need("running"), names));
    }

    private static Reference column(Located name, Names names) {
        int column = names.column(name);
        return (row, price) -> {
            String text = row.value(column);
            return text.isEmpty() ? Optional.empty()
                    : Optional.of(money(decimal(text, name.path()), price.currency(), name.path()));
        };
    }

    private static Reference constant(Located amount) {
        try {
            BigDecimal value = decimal(amount.text(), amount.path());
            return (row, price) -> Optional.of(money(value, price.currency(), amount.path()));
        } catch (RowRejected e) {
            throw amount.error("'" + amount.text() + "' is no decimal amount such as 8.00");
        }
    }

    private static Reference product(Located factors, Names names) {
        List<Integer> columns = factors.list().stream().map(names::column).toList();
        return (row, price) -> {
            List<BigDecimal> values = new ArrayList<>();
            for (int column : columns) {
                if (row.value(column).isEmpty()) {
                    return Optional.empty();
                }
                values.add(decimal(row.value(column), factors.path()));
            }
            BigDecimal product = values.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
            return Optional.of(money(product.setScale(price.currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
                    price.currency(), factors.path()));
        };
    }

    private static Money money(BigDecimal value, Currency currency, String key) throws RowRejected {
        try {
            return Money.of(value, currency);
        } catch (InvalidInput e) {
            throw new RowRejected(key, e.getMessage());
        }
    }

    private static BigDecimal decimal(String text, String key) throws RowRejected {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new RowRejected(key, "'" + text + "' is no decimal number");
        }
    }
}
