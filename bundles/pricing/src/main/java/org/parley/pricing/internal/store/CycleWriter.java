package org.parley.pricing.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parley.pricing.api.PriceResponse;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Answer;
import org.parley.pricing.internal.Cycle;
import org.parley.pricing.internal.Moment;
import org.parley.pricing.internal.Period;

/** Writes cycles. */
record CycleWriter(Connection connection) {

    int[] insert(List<Cycle> cycles) {
        return Statements.each(connection, "INSERT INTO cycle (state, ended_at, due_at, closed_at, suggested, binding, "
                + "suggestion, kind, price, worth, reasons, comment, currency, resuggested_at, ended_position, revision, seller, id, relationship, customer, offering, "
                + "offering_version, policy, policy_version, item, opened_at, reference, source, external_id, "
                + "since_at, since_position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                + "ON CONFLICT DO NOTHING", cycles, (row, each) -> {
                    changing(row, each).number(0).text(each.seller().value()).uuid(each.id().value());
                    lasting(row, each);
                });
    }

    int[] update(List<Cycle> cycles) {
        return Statements.each(connection, "UPDATE cycle SET state = ?, ended_at = ?, due_at = ?, closed_at = ?, "
                + "suggested = ?, binding = ?, suggestion = ?, kind = ?, price = ?, worth = ?, reasons = ?, comment = ?, currency = ?, "
                + "resuggested_at = ?, ended_position = ?, "
                + "revision = revision + 1 WHERE seller = ? AND id = ? AND revision = ?", cycles,
                (row, each) -> changing(row, each).text(each.seller().value()).uuid(each.id().value())
                        .number(each.revision()));
    }

    private static Statements.Parameters changing(Statements.Parameters row, Cycle each) throws SQLException {
        Optional<Suggestion> suggestion = each.suggestion();
        Optional<PriceResponse> response = each.answer().map(Answer::response);
        return row.text(each.state().name()).maybeTime(each.times().ended()).maybeTime(each.times().due())
                .maybeTime(each.times().closed())
                .maybeMinor(suggestion.map(Suggestion::amount))
                .maybeNumber(suggestion.map(made -> made.binding() ? 1L : 0L))
                .maybeText(suggestion.filter(made -> !Stored.isReference(each.reference(), made))
                        .map(made -> Stored.text(made.explanation())))
                .maybeText(response.map(given -> given.kind().name()))
                .maybeMinor(response.map(PriceResponse::amount))
                .maybeMinor(response.flatMap(PriceResponse::worth))
                .maybeText(response.map(PriceResponse::reasons).filter(reasons -> !reasons.isEmpty()).map(Stored::text))
                .maybeText(each.answer().flatMap(Answer::comment)).maybeText(currency(each))
                .maybeTime(each.times().resuggested())
                .maybeNumber(each.period().flatMap(Period::until).map(Moment::position));
    }

    private static void lasting(Statements.Parameters row, Cycle each) throws SQLException {
        row.maybeUuid(each.relationship().map(RelationshipId::value)).maybeText(each.customer().map(id -> id.value()))
                .text(each.terms().offering().value()).number(each.terms().offeringVersion())
                .text(each.terms().policy().value()).number(each.terms().policyVersion())
                .maybeText(each.item()).time(each.times().opened())
                .maybeMinor(each.reference()).maybeText(each.origin().map(from -> from.source()))
                .maybeText(each.origin().map(from -> from.id()))
                .maybeNumber(each.period().map(period -> period.since().millis()))
                .maybeNumber(each.period().map(period -> period.since().position()));
    }

    private static Optional<String> currency(Cycle each) {
        return each.suggestion().map(Suggestion::amount).or(each::reference)
                .or(() -> each.answer().map(answer -> answer.response().amount()))
                .map(money -> money.currency().getCurrencyCode());
    }
}
