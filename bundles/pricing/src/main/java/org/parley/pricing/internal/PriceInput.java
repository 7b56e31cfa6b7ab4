package org.parley.pricing.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.ReasonClaim;
import org.parley.pricing.api.Suggestion;

/** A price as the customer sends it: an amount, or a differential of the suggestion. */
public record PriceInput(Values body) {

    private static final Set<String> KNOWN =
            Set.of("amount", "currency", "differential", "reasons", "comment", "worth", "makeGood");

    public PriceInput {
        Fields.requireKnown(body, KNOWN);
        if (body.has("amount") == body.has("differential")) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "amount", "give either 'amount' or 'differential'");
        }
    }

    public PriceResponse.Kind kind() {
        return body.flag("makeGood").orElse(false) ? PriceResponse.Kind.MAKE_GOOD : PriceResponse.Kind.PRICE;
    }

    /**
     * What it means for this offering, this suggestion and, for a make-good, the answer before, whose reasons and
     * comment stand unless others are given.
     */
    Answer answer(OfferingTerms offering, Suggestion suggestion, Optional<Answer> before) {
        body.text("currency").ifPresent(code -> requireCurrency(code, offering));
        Money amount = Fields.money(body, "amount", offering.currency())
                .orElseGet(() -> differential(offering, suggestion));
        Optional<Answer> raised = before.filter(earlier -> kind() == PriceResponse.Kind.MAKE_GOOD);
        List<ReasonClaim> reasons = body.has("reasons") ? reasons(body)
                : raised.map(earlier -> earlier.response().reasons()).orElse(List.of());
        return new Answer(new PriceResponse(kind(), amount, reasons, Fields.money(body, "worth", offering.currency()),
                raised.map(earlier -> earlier.response().amount())),
                comment().or(() -> raised.flatMap(Answer::comment)));
    }

    private static void requireCurrency(String code, OfferingTerms offering) {
        Fields.limited("amount", Money.zero(Money.currency(code)), offering.currency());
    }

    private Money differential(OfferingTerms offering, Suggestion suggestion) {
        BigDecimal differential = Fields.number(body, "differential");
        if (differential.compareTo(BigDecimal.ONE.negate()) < 0) {
            throw invalidDifferential("a differential is -1 at the least, which is a price of zero; this is "
                    + differential.toPlainString());
        }
        if (suggestion.amount().isZero()) {
            throw invalidDifferential("nothing was suggested, so there is nothing to differ from; give an 'amount'");
        }
        Money price = suggestion.amount().times(BigDecimal.ONE.add(differential));
        return Fields.limited("differential", price, offering.currency());
    }

    private static InvalidInput invalidDifferential(String why) {
        return new InvalidInput(ErrorCode.INVALID_DIFFERENTIAL, "differential", why);
    }

    /** The reasons in an object's list {@code reasons}. */
    public static List<ReasonClaim> reasons(Values body) {
        return body.list("reasons").stream().map(PriceInput::reason).toList();
    }

    private static ReasonClaim reason(Object item) {
        if (!(item instanceof Values reason)) {
            throw new InvalidInput(ErrorCode.INVALID_REASON, "reasons", "a reason is an object with a 'code'");
        }
        Fields.requireKnown(reason, Set.of("code", "share"));
        return new ReasonClaim(reason.text("code").orElseThrow(() -> reason.missing("code").under("reasons")),
                reason.has("share") ? Optional.of(Fields.number(reason, "share")) : Optional.empty());
    }

    private Optional<String> comment() {
        body.text("comment").filter(text -> text.length() > Answer.MAX_COMMENT).ifPresent(text -> {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "comment",
                    "a comment has at most " + Answer.MAX_COMMENT + " characters");
        });
        body.text("comment").filter(text -> text.indexOf(0) >= 0).ifPresent(text -> {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "comment", "a comment cannot contain the character U+0000");
        });
        return body.text("comment");
    }
}
