package org.parley.pricing.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.parley.capture.api.Event;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.capture.api.testing.InMemoryJournal;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PricingStrategy;
import org.parley.pricing.internal.imports.ImportResult;
import org.parley.pricing.internal.imports.Importer;
import org.parley.pricing.internal.journal.JournalLink;
import org.parley.pricing.internal.journal.OutboxRelay;
import org.parley.pricing.internal.journal.UsageReader;
import org.parley.pricing.internal.store.Commits;
import org.parley.pricing.internal.store.CycleRows;
import org.parley.pricing.internal.store.OutboxRows;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.RelationshipRows;
import org.parley.pricing.internal.strategy.Circuit;
import org.parley.pricing.internal.strategy.Evaluator;
import org.parley.pricing.internal.strategy.GuardLimits;
import org.parley.pricing.internal.strategy.InstalledStrategy;
import org.parley.pricing.internal.strategy.StrategyGuard;
import org.parley.pricing.internal.strategy.StrategyRegistry;
import org.parley.pricing.internal.time.SandboxClock;
import org.parley.pricing.internal.time.Scheduler;
import org.parley.pricing.internal.usage.UsageCheck;
import org.parley.pricing.internal.usage.WaitingUsage;
import org.parley.store.Databases;

/** The whole engine on a real database, wired by hand. */
public final class Engine implements AutoCloseable {

    public static final SellerId SELLER = new SellerId("acme");

    public final FixedClock clock;
    public final JournalLink link = new JournalLink();
    public final StrategyGuard guard;
    public final StrategyRegistry registry;
    public final PricingDatabase database;
    public final Commits commits;
    public final Catalogue catalogue;
    public final Policies policies;
    public final Relationships relationships;
    public final Cycles cycles;
    public final Importer importer;
    public final Replays replays;
    public final DueCycles due;
    public final SandboxClock sandbox;
    public final UsageReader usage;
    private final OutboxRelay relay;
    private final Scheduler scheduler;

    public Engine(Databases databases, InMemoryJournal journal, PricingStrategy... strategies) {
        this(databases, journal, new FixedClock(), strategies);
    }

    public Engine(Databases databases, InMemoryJournal journal, FixedClock clock, PricingStrategy... strategies) {
        this(databases, journal, clock, new GuardLimits(Duration.ofMillis(500), 5, Duration.ofSeconds(60), 4), strategies);
    }

    public Engine(Databases databases, InMemoryJournal journal, GuardLimits limits, PricingStrategy... strategies) {
        this(databases, journal, new FixedClock(), limits, strategies);
    }

    /** One that goes on at another's time, as after a restart. */
    public Engine(Databases databases, InMemoryJournal journal, FixedClock clock, GuardLimits limits,
            PricingStrategy... strategies) {
        this.clock = clock;
        guard = new StrategyGuard(limits);
        registry = new StrategyRegistry(guard);
        for (PricingStrategy strategy : strategies) {
            install(strategy);
        }
        database = new PricingDatabase(databases);
        commits = new Commits(database);
        catalogue = new Catalogue(database);
        policies = new Policies(catalogue, registry, guard);
        Evaluator evaluator = new Evaluator(registry, guard);
        MadeIds ids = new MadeIds();
        link.set(journal);
        usage = new UsageReader(database, link, catalogue, clock);
        WaitingUsage waiting = new WaitingUsage(database, catalogue,
                new Resuggestion(database, commits, catalogue, evaluator, ids, clock), clock);
        relationships = new Relationships(database, commits, catalogue, evaluator, ids, clock);
        cycles = new Cycles(database, commits, catalogue, evaluator, ids, clock, usage, waiting);
        importer = new Importer(database, commits, catalogue, evaluator, ids, clock);
        replays = new Replays(database, catalogue, evaluator);
        due = new DueCycles(database, commits, catalogue, evaluator, ids, waiting);
        sandbox = new SandboxClock(clock, due, usage);
        relay = new OutboxRelay(database, commits, link);
        scheduler = new Scheduler(database, due, usage, clock);
    }

    public void install(PricingStrategy strategy) {
        registry.install(new InstalledStrategy(strategy.name(), strategy, "test." + strategy.name(),
                Version.parseVersion("1.2.3"), 0, strategy.hashCode(), new Circuit()));
    }

    @Override
    public void close() {
        try {
            scheduler.close();
            relay.close();
            usage.close();
            database.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void offering(String id, String json) {
        catalogue.publishOffering(SELLER, new OfferingId(id), Json.values(json), clock.now(SELLER));
    }

    public void policy(String id, String json) {
        policies.publish(SELLER, new PolicyId(id), Json.values(json), clock.now(SELLER));
    }

    public Relationship start(String customer, String offering, String policy) {
        return relationships.start(SELLER, new CustomerId(customer), new OfferingId(offering), new PolicyId(policy));
    }

    public Cycle current(Relationship relationship) {
        return database.read(handle -> CycleRows.findCurrent(handle, SELLER, relationship.id())).orElseThrow();
    }

    public Optional<Cycle> maybeCurrent(Relationship relationship) {
        return database.read(handle -> CycleRows.findCurrent(handle, SELLER, relationship.id()));
    }

    public Cycle cycle(Cycle cycle) {
        return database.read(handle -> CycleRows.find(handle, SELLER, cycle.id().value())).orElseThrow();
    }

    public Relationship relationship(Relationship relationship) {
        return database.read(handle -> RelationshipRows.find(handle, SELLER, relationship.id().value())).orElseThrow();
    }

    public void request(Cycle cycle) {
        cycles.request(SELLER, cycle.id().value());
    }

    public void price(Cycle cycle, String json) {
        cycles.price(SELLER, cycle.id().value(), new PriceInput(Json.values(json)));
    }

    /** Requests the current cycle and sets its price. */
    public Cycle pay(Relationship relationship, String json) {
        Cycle cycle = current(relationship);
        request(cycle);
        price(cycle, json);
        return cycle(cycle);
    }

    public ImportResult take(String lines) {
        return importer.take(SELLER, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    public long waitingFacts() {
        return database.read(OutboxRows::count);
    }

    /** Waits until all facts were told, and gives those in the journal of these types. */
    public List<Event> told(InMemoryJournal journal, String... types) {
        Eventually.holds(() -> waitingFacts() == 0);
        return journal.read(0, Integer.MAX_VALUE / 2).stream().map(RecordedEvent::event)
                .filter(event -> List.of(types).contains(event.type())).toList();
    }

    /** What the check of usage finds wrong, with a journal from which nothing before this time was removed. */
    public List<String> checkUsage(InMemoryJournal journal, Instant completeFrom) {
        usage.awaitAllCounted();
        JournalCheck.Run run = new UsageCheck(database).begin((seller, type) -> completeFrom);
        journal.read(0, (int) run.upTo()).forEach(run::event);
        return run.faults();
    }

    public static Event use(String id, String customer, Map<String, ?> data) {
        return use(id, customer, Instant.parse("2026-01-01T00:00:00Z"), data);
    }

    public static Event use(String id, String customer, Instant time, Map<String, ?> data) {
        return new Event(SELLER, "urn:app", id, EventTypes.USAGE, Optional.of(new CustomerId(customer)), time,
                Values.of(data));
    }
}
