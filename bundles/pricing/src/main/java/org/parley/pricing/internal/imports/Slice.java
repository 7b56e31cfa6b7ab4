package org.parley.pricing.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.common.CustomerId;
import org.parley.common.ErrorCode;
import org.parley.common.Explanation;
import org.parley.common.InvalidInput;
import org.parley.common.Money;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.Suggestion;
import org.parley.pricing.internal.Case;
import org.parley.pricing.internal.Catalogue;
import org.parley.pricing.internal.MadeIds;
import org.parley.pricing.internal.Position;
import org.parley.pricing.internal.Relationship;
import org.parley.pricing.internal.Terms;
import org.parley.pricing.internal.store.ImportedRows;
import org.parley.pricing.internal.store.RelationshipRows;

/** The lines of one transaction, sorted into those to be taken, those that were taken before, and those that cannot be. */
final class Slice {

    /** A line and its place in the body. */
    record Numbered(long index, ImportLine line) {}

    /** A line to be taken, as the cycle it becomes. */
    record Taken(ImportLine line, CycleId cycle, Terms terms, Optional<Relationship> relationship) {}

    private record Pair(CustomerId customer, OfferingId offering) {}

    private record Sold(OfferingId offering, PolicyId policy) {}

    private final SellerId seller;
    private final MadeIds ids;
    private final Map<Sold, Object> terms = new HashMap<>();
    private final Map<Pair, Relationship> relationships = new HashMap<>();
    private final Map<String, Map<String, byte[]>> seen = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Set<RelationshipId> started = new HashSet<>();
    private final List<ImportResult.Rejected> rejected = new ArrayList<>();
    private long duplicates;

    private Slice(SellerId seller, MadeIds ids) {
        this.seller = seller;
        this.ids = ids;
    }

    /** Sorts the lines by what the database knows. */
    static Slice of(Handle handle, Catalogue catalogue, MadeIds ids, SellerId seller, List<Numbered> lines) {
        Slice slice = new Slice(seller, ids);
        slice.read(handle, catalogue, lines.stream().map(Numbered::line).toList());
        lines.forEach(slice::sort);
        return slice;
    }

    private void read(Handle handle, Catalogue catalogue, List<ImportLine> lines) {
        lines.stream().collect(Collectors.groupingBy(line -> line.origin().source(), Collectors.mapping(
                line -> line.origin().id(), Collectors.toList()))).forEach((source, known) ->
                        seen.put(source, ImportedRows.fingerprints(handle, seller, source, known)));
        List<String> customers = lines.stream().flatMap(line -> line.customer().stream()).map(CustomerId::value)
                .distinct().toList();
        RelationshipRows.findOpen(handle, seller, customers).forEach(found ->
                relationships.put(new Pair(found.customer(), found.offering()), found));
        lines.forEach(line -> terms.computeIfAbsent(new Sold(line.offering(), line.policy()),
                sold -> newest(handle, catalogue, sold)));
    }

    private Object newest(Handle handle, Catalogue catalogue, Sold sold) {
        try {
            return catalogue.newest(handle, seller, sold.offering(), sold.policy());
        } catch (InvalidInput e) {
            return e;
        }
    }

    private void sort(Numbered numbered) {
        ImportLine line = numbered.line();
        byte[] before = seen.get(line.origin().source()).get(line.origin().id());
        if (before != null && Arrays.equals(before, line.fingerprint())) {
            duplicates++;
            return;
        }
        try {
            if (before != null) {
                throw new InvalidInput(ErrorCode.EVENT_ID_CONFLICT, "id",
                        "a payment with this id was imported before, with other content");
            }
            taken.add(taken(line));
            seen.get(line.origin().source()).put(line.origin().id(), line.fingerprint());
        } catch (InvalidInput e) {
            rejected.add(new ImportResult.Rejected(numbered.index(), line.origin().id(), e.code(),
                    e.errors().get(0).field(), e.getMessage()));
        }
    }

    private Taken taken(ImportLine line) {
        if (!(terms.get(new Sold(line.offering(), line.policy())) instanceof Terms found)) {
            throw (InvalidInput) terms.get(new Sold(line.offering(), line.policy()));
        }
        Money price = line.response().amount();
        if (!price.currency().equals(found.offering().currency())) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, "price.currency",
                    "the offering's prices are in " + found.offering().currency() + ", this is in " + price.currency());
        }
        return new Taken(line, ids.cycle(), found, line.customer().map(customer -> relationship(line, customer, found)));
    }

    private Relationship relationship(ImportLine line, CustomerId customer, Terms found) {
        Relationship present = relationships.computeIfAbsent(new Pair(customer, line.offering()), missing -> {
            Relationship made = start(line, customer, found);
            started.add(made.id());
            return made;
        });
        if (!present.policy().equals(line.policy())) {
            throw new InvalidInput(ErrorCode.STATE_CONFLICT, "policy", "the customer's relationship with this offering "
                    + "runs on policy '" + present.policy() + "'");
        }
        return present;
    }

    private Relationship start(ImportLine line, CustomerId customer, Terms found) {
        return new Relationship(seller, ids.relationship(), customer, line.offering(), line.policy(),
                Position.unstarted(found), Optional.empty(), line.time(), Optional.empty(), Optional.empty(),
                Optional.empty(), 0);
    }

    List<Taken> taken() {
        return taken;
    }

    boolean isStartedHere(Relationship relationship) {
        return started.contains(relationship.id());
    }

    /** What the strategies are asked: nothing about an anonymous payment. */
    List<Case> cases() {
        return taken.stream().filter(each -> each.relationship().isPresent()).map(Slice::asked).toList();
    }

    Map<RelationshipId, Position> positions() {
        Map<RelationshipId, Position> positions = new LinkedHashMap<>();
        relationships.values().forEach(each -> positions.put(each.id(), each.position()));
        return positions;
    }

    private static Case asked(Taken taken) {
        Instant time = taken.line().time();
        return new Case(taken.relationship().orElseThrow().id(), taken.cycle(), taken.terms(), taken.line().usage(),
                taken.line().suggested(), time, time,
                taken.line().suggested().isPresent() ? Optional.empty() : Optional.of(nothing(taken.terms())),
                Optional.of(taken.line().response()));
    }

    /** What stands for a suggestion where none was made. */
    static Suggestion nothing(Terms terms) {
        return new Suggestion(Money.zero(terms.offering().currency()), false,
                Explanation.of(Explanation.Line.note("NO_SUGGESTION", "nothing was suggested for this payment")));
    }

    void tell(ImportResult result) {
        taken.forEach(each -> result.accept());
        for (long i = 0; i < duplicates; i++) {
            result.duplicate();
        }
        rejected.forEach(result::reject);
    }
}
