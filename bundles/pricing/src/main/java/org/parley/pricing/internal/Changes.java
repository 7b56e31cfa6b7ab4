package org.parley.pricing.internal;

import java.util.ArrayList;
import java.util.List;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.UsageLine;

/** What is to be written in one transaction, in the order it came about. Not safe for use by several threads. */
public final class Changes {

    /** All that was used of one unit in a cycle. */
    public record Used(SellerId seller, CycleId cycle, UsageLine line) {}

    /** Usage that waited for a cycle to open. */
    public record Carried(SellerId seller, RelationshipId from, CycleId to) {}

    /** An event that waited and is counted now. */
    public record Settled(SellerId seller, RelationshipId relationship, Moment moment) {}

    /** The identity and content of an imported payment. */
    public record Imported(SellerId seller, Origin origin, byte[] fingerprint, CycleId cycle) {}

    public final List<Relationship> newRelationships = new ArrayList<>();
    public final List<Relationship> relationships = new ArrayList<>();
    public final List<Cycle> cycles = new ArrayList<>();
    public final List<Cycle> newCycles = new ArrayList<>();
    public final List<Used> used = new ArrayList<>();
    public final List<Carried> carried = new ArrayList<>();
    public final List<Settled> settled = new ArrayList<>();
    public final List<Decided> decisions = new ArrayList<>();
    public final List<LedgerEntry> ledger = new ArrayList<>();
    public final List<Imported> imported = new ArrayList<>();
    public final List<Fact> facts = new ArrayList<>();
}
