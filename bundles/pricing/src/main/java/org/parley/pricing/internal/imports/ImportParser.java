package org.parley.pricing.internal.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.Ids;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.UsageLine;
import org.parley.pricing.internal.Fields;
import org.parley.pricing.internal.Json;
import org.parley.pricing.internal.Origin;
import org.parley.pricing.internal.PriceInput;

/** Reads one line of an import. Not safe for use by several threads. */
final class ImportParser {

    private static final Set<String> KNOWN = Set.of("source", "id", "customer", "offering", "policy", "item", "time",
            "price", "suggested", "reasons", "usage", "worth");
    private static final int FINGERPRINT_BYTES = 16;

    private final Instant latest;
    private final MessageDigest digest = sha256();

    /** @param latest no payment can be later than this */
    ImportParser(Instant latest) {
        this.latest = latest;
    }

    /** @throws InvalidInput if the line cannot be taken, with the reason */
    ImportLine parse(byte[] line) {
        Values fields = object(line);
        Fields.requireKnown(fields, KNOWN);
        Values price = fields.object("price").orElseThrow(() -> fields.missing("price"));
        Currency currency = Money.currency(price.text("currency").orElseThrow(() -> price.missing("currency").under("price")));
        Money amount = Fields.money(fields, "price", currency).orElseThrow();
        PriceResponse response = new PriceResponse(PriceResponse.Kind.PRICE, amount, PriceInput.reasons(fields),
                Fields.money(fields, "worth", currency));
        ImportLine read = new ImportLine(new Origin(id(fields, "source"), id(fields, "id")), fields.text("customer").map(CustomerId::new),
                new OfferingId(required(fields, "offering")), new PolicyId(required(fields, "policy")),
                fields.text("item").map(item -> Ids.check("item", item)), time(fields), response,
                Fields.money(fields, "suggested", currency), usage(fields), new byte[0]);
        return read.with(fingerprint(read));
    }

    /** The id of a line that cannot be taken, if that much of it can be read. */
    Optional<String> idOf(byte[] line) {
        try {
            Values fields = object(line);
            return fields.has("id") ? Optional.of(id(fields, "id")) : Optional.empty();
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    private static Values object(byte[] line) {
        try (JsonParser json = Json.parser(line, 0, line.length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("a line is one JSON object");
            }
            Values values = Json.readObject(json);
            if (json.nextToken() != null) {
                throw malformed("there is something after the object");
            }
            return values;
        } catch (IOException e) { // of the JSON, or of bytes that are no UTF-8: the line is in memory already
            throw malformed("the line is no well-formed JSON in UTF-8");
        }
    }

    private static String required(Values fields, String key) {
        return fields.text(key).orElseThrow(() -> fields.missing(key));
    }

    private static String id(Values fields, String key) {
        return Ids.check(key, required(fields, key));
    }

    private Instant time(Values fields) {
        Instant time = fields.instant("time").orElseThrow(() -> fields.missing("time"));
        if (time.isBefore(Instant.EPOCH) || time.isAfter(latest)) {
            throw new InvalidInput(ErrorCode.INVALID_TIME, "time",
                    "a payment's time lies between 1970 and one day from now; this is " + time);
        }
        return time;
    }

    private static List<UsageLine> usage(Values fields) {
        List<UsageLine> usage = fields.list("usage").stream().map(ImportParser::used).toList();
        if (usage.stream().map(UsageLine::unit).distinct().count() < usage.size()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "usage", "a unit appears twice in 'usage'");
        }
        return usage;
    }

    private static UsageLine used(Object item) {
        if (!(item instanceof Values line)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "usage", "'usage' is a list of objects with unit and quantity");
        }
        Fields.requireKnown(line, Set.of("unit", "quantity"));
        if (Fields.number(line, "quantity").signum() < 0) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "usage", "a used quantity cannot be negative");
        }
        return new UsageLine(Ids.check("unit", required(line, "unit")), Fields.number(line, "quantity"));
    }

    /** Of what the line says, however it is written. */
    private byte[] fingerprint(ImportLine line) {
        String content = String.join("\n", line.customer().map(CustomerId::value).orElse(""), line.offering().value(),
                line.policy().value(), line.item().orElse(""), line.time().toString(), line.response().toString(),
                line.suggested().toString(), line.usage().toString());
        return Arrays.copyOf(digest.digest(content.getBytes(StandardCharsets.UTF_8)), FINGERPRINT_BYTES);
    }

    private static InvalidInput malformed(String why) {
        return new InvalidInput(ErrorCode.MALFORMED_JSON, "", why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
