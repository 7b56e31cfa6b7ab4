package org.parley.cli.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.cli.rows.Row;
import org.parley.common.Money;

/** A field of an event's data: where its value comes from and what type it is written as. Blank values are left out. */
interface DataField {

    Written of(Row row) throws RowRejected;

    /** A value that is sure to be of its type. */
    interface Written {
        void write(JsonGenerator json) throws IOException;
    }

    /** Reads {@code column} (a text) or {@code {column|constant, type, times, currency}}. */
    static DataField read(String name, Located spec, Names names) {
        if (spec.isText()) {
            return text(name, Text.read(spec, names));
        }
        spec.only("column", "constant", "type", "times", "currency");
        Text text = Text.read(spec.get("constant").isPresent() ? constant(spec) : spec.need("column"), names);
        String type = spec.get("type").map(found ->
                found.textOf(Set.of("text", "number", "integer", "boolean", "money"))).orElse("text");
        spec.get("times").filter(found -> !type.equals("number")).ifPresent(found -> {
            throw found.error("only a number can be multiplied");
        });
        return switch (type) {
            case "number" -> number(name, text, times(spec), spec);
            case "integer" -> integer(name, text, spec);
            case "boolean" -> flag(name, text, spec);
            case "money" -> money(name, text, Amount.Unit.read(spec.need("currency"), names), spec);
            default -> text(name, text);
        };
    }

    private static Located constant(Located spec) {
        return new Located(spec.path(), spec.line(), Map.of("constant", spec.need("constant")), false);
    }

    private static BigDecimal times(Located spec) {
        return spec.get("times").map(found -> {
            try {
                return new BigDecimal(found.text());
            } catch (NumberFormatException e) {
                throw found.error("must be a number such as 60");
            }
        }).orElse(BigDecimal.ONE);
    }

    private static DataField text(String name, Text text) {
        return row -> {
            String value = text.of(row);
            return json -> Json.text(json, name, value);
        };
    }

    private static DataField number(String name, Text text, BigDecimal times, Located spec) {
        return typed(text, spec, "number", value -> {
            BigDecimal number = new BigDecimal(value).multiply(times);
            return json -> json.writeNumberField(name, number);
        });
    }

    private static DataField integer(String name, Text text, Located spec) {
        return typed(text, spec, "whole number", value -> {
            long number = Long.parseLong(value);
            return json -> json.writeNumberField(name, number);
        });
    }

    private static DataField flag(String name, Text text, Located spec) {
        return typed(text, spec, "true, false, 1 or 0", value -> {
            boolean flag = switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> throw new NumberFormatException(value);
            };
            return json -> json.writeBooleanField(name, flag);
        });
    }

    private static DataField money(String name, Text text, Amount.Unit currency, Located spec) {
        return row -> {
            String value = text.of(row);
            if (value.isEmpty()) {
                return json -> {};
            }
            Money money = Amount.parse(value, currency.of(row), spec.path());
            return json -> Json.money(json, name, money);
        };
    }

    private static DataField typed(Text text, Located spec, String type, Typed typed) {
        return row -> {
            String value = text.of(row);
            try {
                return value.isEmpty() ? json -> {} : typed.of(value);
            } catch (NumberFormatException e) {
                throw new RowRejected(spec.path(), "'" + value + "' is no " + type);
            }
        };
    }

    /** Reads a value of one type. */
    interface Typed {
        Written of(String value);
    }
}
