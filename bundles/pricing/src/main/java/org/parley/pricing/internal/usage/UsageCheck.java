package org.parley.pricing.internal.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.capture.api.EventTypes;
import org.parley.capture.api.JournalCheck;
import org.parley.capture.api.RecordedEvent;
import org.parley.common.CustomerId;
import org.parley.common.SellerId;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.ReaderPositions;
import org.parley.pricing.internal.store.UsageSnapshot;

/**
 * Proves that the usage of each cycle, with what is listed as late for it, is the sum of the journal's events. It keeps
 * sums for each cycle and nothing for each event. What imports say was used is in no event and not compared.
 */
@Component(service = JournalCheck.class)
public final class UsageCheck implements JournalCheck {

    private record Customer(SellerId seller, CustomerId id) {}

    private final PricingDatabase database;

    @Activate
    public UsageCheck(@Reference PricingDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "usage of cycles";
    }

    @Override
    public Run begin(Horizon horizon) {
        return database.read(handle -> new Comparison(handle, horizon));
    }

    private static final class Comparison implements Run {

        private final Map<Customer, List<Accounts>> byCustomer = new HashMap<>();
        private final List<String> orphans = new ArrayList<>();
        private final Horizon horizon;
        private final long upTo;

        Comparison(Handle handle, Horizon horizon) {
            this.horizon = horizon;
            this.upTo = ReaderPositions.get(handle, ReaderPositions.USAGE);
            read(new UsageSnapshot(handle));
        }

        private void read(UsageSnapshot snapshot) {
            Map<UUID, Accounts> relationships = new HashMap<>();
            Map<UUID, Account> owners = new HashMap<>();
            snapshot.owners(each -> {
                Accounts accounts = new Accounts(each.id(), each.claim());
                relationships.put(each.id(), accounts);
                owners.put(each.id(), accounts.after());
                byCustomer.computeIfAbsent(new Customer(each.seller(), each.customer()), customer -> new ArrayList<>(1))
                        .add(accounts);
            });
            snapshot.cycles(each -> known(relationships, each.relationship(), "cycle " + each.id())
                    .ifPresent(its -> owners.put(each.id(), its.add(each.id(), each.period()))));
            snapshot.sums(each -> {
                if (owners.containsKey(each.owner())) {
                    owners.get(each.owner()).say(each.unit(), each.quantity());
                }
            });
            snapshot.waiting(each -> known(relationships, each.relationship(), "waiting usage")
                    .ifPresent(its -> its.at(each.moment()).say(each.unit(), each.quantity())));
            snapshot.late(each -> known(relationships, each.relationship(), "late usage")
                    .ifPresent(its -> late(each, its, owners)));
        }

        private <T> Optional<T> known(Map<UUID, T> all, UUID id, String what) {
            if (!all.containsKey(id)) {
                orphans.add(what + " is that of " + id + ", which is not there");
            }
            return Optional.ofNullable(all.get(id));
        }

        private void late(UsageSnapshot.Late late, Accounts relationship, Map<UUID, Account> owners) {
            if (late.unit().isEmpty()) {
                relationship.sayUncountable();
            } else if (late.reason() == LateReason.BEFORE_START) {
                relationship.before().say(late.unit().get(), late.quantity());
            } else {
                known(owners, late.cycle(), "late usage").ifPresent(its -> its.say(late.unit().get(), late.quantity()));
            }
        }

        @Override
        public long upTo() {
            return upTo;
        }

        @Override
        public void event(RecordedEvent event) {
            UsageEvent.of(event).ifPresent(usage -> {
                List<Accounts> known = byCustomer.getOrDefault(new Customer(usage.seller(), usage.customer()), List.of());
                Claim.owners(known, Accounts::claim, usage).forEach(each -> each.see(usage));
            });
        }

        @Override
        public List<String> faults() {
            List<String> faults = new ArrayList<>(orphans);
            byCustomer.forEach((customer, known) -> known.forEach(each ->
                    faults.addAll(each.faults(horizon.from(customer.seller(), EventTypes.USAGE)))));
            return faults;
        }
    }
}
